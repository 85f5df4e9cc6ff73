// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pollplan.h"

#include <algorithm>
#include <cmath>

namespace lectern::feed {

namespace {

constexpr qint64 soonSeconds = 10 * 60; ///< before its start a meeting may start, after its end it may run on
constexpr qint64 nearSeconds = 60 * 60;
/// The most of a minute's looks that are saved up for one moment.
constexpr double burstMinutes = 1;
/// How much more than its even share of what is left of the day a busy hour may take.
constexpr double busyFactor = 2;
constexpr qint64 shortestRestOfDay = 60; ///< minutes

bool isWithin(const PollSubject &subject, const QDateTime &now, qint64 seconds)
{
    if (!subject.start.isValid())
        return false;
    const QDateTime end = subject.end.isValid() ? subject.end : subject.start;
    return now >= subject.start.addSecs(-seconds) && now <= end.addSecs(seconds);
}

QDateTime earlier(const QDateTime &a, const QDateTime &b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return std::min(a, b);
}

} // namespace

void PollPlan::setSubjects(const QList<PollSubject> &subjects)
{
    QHash<qint64, Look> looks;
    for (const PollSubject &subject : subjects) {
        Look look = m_looks.value(subject.zoomId);
        look.subject = subject;
        looks.insert(subject.zoomId, look);
    }
    m_looks = looks;
}

QList<PollHint> PollPlan::take(const QDateTime &now)
{
    QList<PollHint> hints;
    if (!m_pulling && pullAt() <= now) {
        m_pulling = true;
        hints.append({PollHint::What::Everything, {}});
    }
    earn(now);
    QList<qint64> due = dueLooks(now);
    due.resize(std::min<qsizetype>(due.size(), qsizetype(m_allowance)));
    for (const qint64 id : due)
        m_looks[id].underWay = true;
    spend(due.size());
    if (!due.isEmpty())
        hints.append({PollHint::What::Meetings, due});
    return hints;
}

void PollPlan::pullSucceeded(const QDateTime &now)
{
    m_pulling = false;
    m_pulledAt = now;
    m_failedAt = {};
    m_failures = 0;
}

void PollPlan::pullFailed(const QDateTime &now)
{
    m_pulling = false;
    m_failedAt = now;
    ++m_failures;
}

void PollPlan::looked(const QList<qint64> &zoomIds, const QDateTime &now)
{
    for (const qint64 id : zoomIds) {
        const auto look = m_looks.find(id);
        if (look == m_looks.end())
            continue;
        look->last = now;
        look->underWay = false;
    }
}

void PollPlan::forgetWaits()
{
    m_failedAt = {};
    m_failures = 0;
}

QDateTime PollPlan::pullAt() const
{
    if (m_failedAt.isValid()) {
        const double doubled = double(m_rates.firstRetry.count()) * std::exp2(std::min(m_failures - 1, 20));
        const double wait = std::min(doubled, double(m_rates.longestRetry.count()));
        return m_failedAt.addMSecs(qint64(wait));
    }
    if (!m_pulledAt.isValid())
        return QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    const auto span = m_pace == PollPace::Alone ? m_rates.pull : m_rates.safetyPull;
    return m_pulledAt.addMSecs(span.count());
}

std::optional<std::chrono::milliseconds> PollPlan::interval(
    const PollSubject &subject, const QDateTime &now) const
{
    if (m_pace == PollPace::SafetyNet)
        return {};
    if (subject.status == PollSubject::Status::Started || isWithin(subject, now, soonSeconds))
        return m_rates.live;
    if (isWithin(subject, now, nearSeconds))
        return m_rates.near;
    return {};
}

QDateTime PollPlan::lookAt(const Look &look, const QDateTime &now) const
{
    const std::optional<std::chrono::milliseconds> span = interval(look.subject, now);
    if (look.underWay || m_pace == PollPace::SafetyNet)
        return {};
    if (span)
        return look.last.isValid() ? look.last.addMSecs(span->count()) : now;
    // Not near yet: when it will be.
    const QDateTime near = look.subject.start.addSecs(-nearSeconds);
    return near > now ? near : QDateTime();
}

QList<qint64> PollPlan::dueLooks(const QDateTime &now) const
{
    QList<std::pair<QDateTime, qint64>> due;
    for (const Look &look : m_looks) {
        const QDateTime at = lookAt(look, now);
        if (at.isValid() && at <= now)
            due.append({look.last, look.subject.zoomId});
    }
    // Whoever was not looked at for the longest is first: nobody is left out when there are too many. An
    // invalid moment sorts before every other.
    std::ranges::sort(due);
    QList<qint64> ids;
    for (const auto &[last, id] : due)
        ids.append(id);
    return ids;
}

double PollPlan::looksPerMinute(const QDateTime &now) const
{
    const QDateTime midnight(now.date().addDays(1), QTime(0, 0), Qt::UTC);
    const qint64 minutesLeft = std::max(shortestRestOfDay, now.secsTo(midnight) / 60);
    const double share = busyFactor * std::max(0, m_rates.looksPerDay - m_spentToday) / double(minutesLeft);
    return std::min(double(m_rates.looksPerMinute), share);
}

void PollPlan::earn(const QDateTime &now)
{
    if (!m_earnedAt.isValid() || m_earnedAt.date() != now.date())
        m_spentToday = 0;
    const double rate = looksPerMinute(now);
    const double most = std::max(1.0, rate * burstMinutes);
    const double minutes = m_earnedAt.isValid() ? double(m_earnedAt.msecsTo(now)) / 60'000 : burstMinutes;
    m_allowance = std::clamp(m_allowance + rate * minutes, 0.0, most);
    m_earnedAt = now;
}

void PollPlan::spend(qsizetype looks)
{
    m_allowance -= double(looks);
    m_spentToday += int(looks);
}

QDateTime PollPlan::nextAt(const QDateTime &now) const
{
    QDateTime look;
    for (const Look &one : m_looks)
        look = earlier(look, lookAt(one, now));
    const double rate = looksPerMinute(now);
    if (look.isValid() && m_allowance < 1 && rate > 0)
        look = std::max(look, now.addMSecs(qint64(std::ceil((1 - m_allowance) / rate * 60'000))));
    return earlier(m_pulling ? QDateTime() : pullAt(), look);
}

} // namespace lectern::feed
