// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/registrationsender.h"

#include "zoom/errors.h"
#include "zoom/registrantsapi.h"
#include "zoom/retryafter.h"

#include <QCoreApplication>

namespace lectern::sync {

namespace {

using store::Change;
using zoom::RequestClass;
using Outcome = Result<void>;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::RegistrationSender)
};

/// Zoom refuses this person; the next one may be welcome.
bool concernsPersonOnly(const Error &error)
{
    constexpr int invalidInput = 300;
    constexpr int hostCannotRegister = 3027;
    return error.zoomCode == invalidInput || error.zoomCode == hostCannotRegister
        || zoom::isRegistrantLimit(error);
}

QString refusal(const Registree &who, const Error &error)
{
    return Words::tr("%1: %2", "somebody, why not")
        .arg(who.name.isEmpty() ? who.email : who.name, error.message);
}

Error refusedSome(const QStringList &refusals)
{
    constexpr int shown = 3;
    const auto people = static_cast<int>(refusals.size());
    const QString sentence = Words::tr("%n learner(s) could not be registered.", nullptr, people);
    return {.code = ErrorCode::Invalid,
        .message = sentence + u' ' + refusals.mid(0, shown).join(u' '),
        .detail = refusals.join(u'\n')};
}

Error mustWait(qsizetype people, const QDateTime &now)
{
    Error error{.code = ErrorCode::RateLimited,
        .message = Words::tr("Zoom registers the same person at most three times a day; %n learner(s) "
                             "must wait until midnight UTC.",
            nullptr, static_cast<int>(people))};
    error.retryAfter = zoom::nextMidnightUtc(now);
    return error;
}

} // namespace

RegistrationSender::RegistrationSender(Repositories &store, ZoomLink &link)
    : m_store(store)
    , m_link(link)
    , m_extras(store, link)
{ }

QCoro::Task<Outcome> RegistrationSender::send(Change change, school::Meeting meeting)
{
    QCoro::Task<Outcome> reading =
        m_extras.readRegistrants(meeting.id, meeting.zoomId, RequestClass::Background);
    const Outcome read = co_await reading;
    if (!read)
        co_return read;
    Result<QList<Registree>> rest = stillMissing(change);
    if (!rest)
        co_return Outcome(std::unexpected(rest.error()));
    QStringList refusals;
    for (qsizetype at = 0; at < rest->size();) {
        Registree &who = (*rest)[at];
        const QDate today = m_store.clock.now().date();
        if (!mayTry(who, today)) {
            ++at;
            continue;
        }
        countTry(who, today);
        // Counted before the first byte goes out: an answer that is lost was an attempt as well.
        if (const Outcome counted = keepRest(change, *rest); !counted)
            co_return counted;
        if (!m_link.isOpen())
            co_return Outcome(std::unexpected(notConnected()));
        const zoom::RegistrantsApi api(m_link.channel(), RequestClass::Background);
        const zoom::RegistrantDraft draft = registrantDraft(who.name, who.email);
        QCoro::Task<Result<zoom::Registration>> adding = api.add(meeting.zoomId, draft);
        const Result<zoom::Registration> added = co_await adding;
        if (added) {
            const Registree registered = rest->takeAt(at);
            if (const Outcome kept = keepRegistered(change, *rest, *added, registered); !kept)
                co_return kept;
            continue;
        }
        if (!concernsPersonOnly(added.error()))
            co_return Outcome(std::unexpected(added.error()));
        if (zoom::isRegistrantLimit(added.error()))
            (*rest)[at].triesThatDay = registrationsADay;
        else
            refusals.append(refusal((*rest)[at], added.error()));
        ++at;
    }
    co_return conclude(change, *rest, refusals);
}

Result<QList<Registree>> RegistrationSender::stillMissing(const Change &change) const
{
    Result<QList<Registree>> people = decodeRegistrees(change.payload);
    if (!people)
        return people;
    QList<Registree> missing;
    for (const Registree &who : std::as_const(*people)) {
        const auto known = m_store.registrants.findByEmail(change.meeting, who.email);
        if (!known)
            return std::unexpected(known.error());
        if (!*known)
            missing.append(who);
    }
    return missing;
}

Outcome RegistrationSender::keepRest(const Change &change, const QList<Registree> &rest)
{
    return m_store.database.transaction(
        [&] { return m_store.outbox.keepRest(change.id, encodeRegistrees(rest)); });
}

Outcome RegistrationSender::keepRegistered(const Change &change, const QList<Registree> &rest,
    const zoom::Registration &registration, const Registree &who)
{
    store::RegistrantRow row = registeredRow(registration, change.meeting, who.name, who.email);
    row.registeredAt = m_store.clock.now();
    return m_store.database.transaction([&]() -> Outcome {
        if (const auto saved = m_store.registrants.save(row); !saved)
            return std::unexpected(saved.error());
        return m_store.outbox.keepRest(change.id, encodeRegistrees(rest));
    });
}

Outcome RegistrationSender::conclude(
    const Change &change, const QList<Registree> &rest, const QStringList &refusals)
{
    if (rest.isEmpty())
        return m_store.database.transaction([&] { return m_store.outbox.markSent(change.id); });
    if (const Outcome kept = keepRest(change, rest); !kept)
        return kept;
    if (!refusals.isEmpty())
        return std::unexpected(refusedSome(refusals));
    return std::unexpected(mustWait(rest.size(), m_store.clock.now()));
}

} // namespace lectern::sync
