// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clashfinder.h"

#include "store/meetinglistrepository.h"

#include <QSet>

namespace lectern::models {

using school::BusyTime;

namespace {

constexpr qint64 day = qint64{24} * 60 * 60;

bool isAnswerable(const ClashQuestion &question)
{
    return !question.hostZoomUserId.isEmpty() && !question.starts.isEmpty()
        && question.duration > std::chrono::minutes(0);
}

/// Moves the first start on, and all others with it, until no date clashes or the day is over. Each round
/// steps over one busy time at least, so it ends.
std::optional<QDateTime> freeStartOfAll(const ClashQuestion &question, const QList<BusyTime> &busy)
{
    const QDateTime first = question.starts.first();
    qint64 shift = 0;
    for (bool moved = true; moved;) {
        moved = false;
        for (const QDateTime &start : question.starts) {
            const QDateTime wanted = start.addSecs(shift);
            const auto free = school::nextFreeStart(wanted, question.duration, busy, question.zone);
            if (!free)
                return std::nullopt;
            moved = moved || *free != wanted;
            shift += wanted.secsTo(*free);
        }
    }
    const QDateTime found = first.addSecs(shift);
    const bool sameDay = found.toTimeZone(question.zone).date() == first.toTimeZone(question.zone).date();
    return sameDay ? std::optional(found) : std::nullopt;
}

} // namespace

ClashAnswer answerClash(const ClashQuestion &question, QList<BusyTime> busy)
{
    ClashAnswer answer;
    answer.dates = static_cast<int>(question.starts.size());
    if (!isAnswerable(question))
        return answer;
    busy.removeIf([&](const BusyTime &time) { return time.meeting == question.except; });
    answer.clashes = school::findClashes(question.starts, question.duration, busy);
    QSet<QDateTime> dates;
    for (const school::Clash &clash : std::as_const(answer.clashes))
        dates.insert(clash.start);
    answer.datesThatClash = static_cast<int>(dates.size());
    if (!answer.clashes.isEmpty())
        answer.freeStart = freeStartOfAll(question, busy);
    return answer;
}

ClashFinder::ClashFinder(StoreReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_busy(reader, store::ChangeNotice::Meetings | store::ChangeNotice::Hosts,
          [this](const Result<QList<BusyTime>> &busy) {
              // Without the store there is nothing to compare with; whatever is wrong is told elsewhere.
              Q_EMIT answered(answerClash(m_question, busy.value_or(QList<BusyTime>())));
          })
{ }

void ClashFinder::ask(const ClashQuestion &question)
{
    if (question == m_question)
        return;
    m_question = question;
    if (!isAnswerable(question)) {
        m_busy.ask([](store::Database &) { return Result<QList<BusyTime>>(); });
        return;
    }
    const QDateTime from = question.starts.first().addSecs(-day);
    const QDateTime to = question.starts.last().addSecs(2 * day);
    m_busy.ask(
        [host = question.hostZoomUserId, from, to, &clock = m_reader.clock()](store::Database &database) {
            return store::MeetingListRepository(database, clock).busyTimes(host, from, to);
        });
}

} // namespace lectern::models
