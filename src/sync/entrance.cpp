// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/entrance.h"

#include "sync/registration.h"
#include "sync/registry.h"
#include "sync/words.h"
#include "zoom/registrantsapi.h"

namespace lectern::sync {

namespace {

using Status = store::RegistrantRow::Status;
using zoom::RequestClass;

/// The line that is on, else the next one, else the last.
store::MeetingRow currentLine(const QList<store::MeetingRow> &lines, const QDateTime &now)
{
    for (const store::MeetingRow &line : lines) {
        const QDateTime end = line.start.addSecs(std::chrono::seconds(line.duration).count());
        if (!line.start.isValid() || line.status == school::MeetingStatus::Started || end > now)
            return line;
    }
    return lines.last();
}

} // namespace

Entrance::Entrance(Repositories &store, ZoomLink &link, MeetingReader &reader)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_extras(store, link)
{ }

Result<school::Meeting> Entrance::meetingAtZoom(MeetingId id) const
{
    return m_link.isOpen() ? knownMeeting(id) : std::unexpected(notConnected());
}

Result<school::Meeting> Entrance::knownMeeting(MeetingId id) const
{
    const Result<std::optional<school::Meeting>> meeting = m_store.meetings.find(id);
    if (!meeting)
        return std::unexpected(meeting.error());
    if (!*meeting)
        return std::unexpected(unknownMeeting());
    if ((*meeting)->status == school::MeetingStatus::Deleted)
        return std::unexpected(goneAtZoom());
    if ((*meeting)->zoomId == 0)
        return std::unexpected(notAtZoomYet());
    return **meeting;
}

QCoro::Task<Result<QUrl>> Entrance::startLink(MeetingId meeting)
{
    const Result<school::Meeting> known = meetingAtZoom(meeting);
    if (!known)
        co_return Result<QUrl>(std::unexpected(known.error()));
    const qint64 zoomId = known->zoomId;
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    QCoro::Task<Result<Secret>> asking = api.startUrl(zoomId);
    const Result<Secret> link = co_await asking;
    if (!link)
        co_return Result<QUrl>(std::unexpected(link.error()));
    Q_EMIT entered(zoomId);
    co_return Result<QUrl>(QUrl(QString::fromUtf8(link->reveal())));
}

QCoro::Task<Result<QString>> Entrance::invitation(MeetingId meeting)
{
    const Result<school::Meeting> known = meetingAtZoom(meeting);
    if (!known)
        co_return Result<QString>(std::unexpected(known.error()));
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    QCoro::Task<Result<QString>> asking = api.invitation(known->zoomId);
    Result<QString> text = co_await asking;
    co_return text;
}

Result<Entrance::Visit> Entrance::visit(MeetingId meeting, PersonId person) const
{
    const Result<school::Meeting> known = knownMeeting(meeting);
    if (!known)
        return std::unexpected(known.error());
    const Result<std::optional<school::Person>> visitor = m_store.people.find(person);
    if (!visitor)
        return std::unexpected(visitor.error());
    if (!*visitor)
        return failure(ErrorCode::Invalid, tr("This person is not in Lectern any more."));
    const Result<QList<store::MeetingRow>> lines = m_store.lines.rowsFor(meeting, person);
    if (!lines)
        return std::unexpected(lines.error());
    if (lines->isEmpty())
        return std::unexpected(unknownMeeting());
    return Visit{*known, **visitor, currentLine(*lines, m_store.clock.now())};
}

QCoro::Task<Result<Entrance::Visit>> Entrance::freshVisit(MeetingId meeting, PersonId person)
{
    Result<Visit> first = visit(meeting, person);
    const bool settled = first && first->meeting.detailFetchedAt.isValid() && entryOf(*first).opensZoom();
    if (!first || settled)
        co_return first;
    // What is known may be old: it may have started, or let this person in, since.
    QCoro::Task<Result<zoom::Meeting>> fetching =
        m_reader.fetch(first->meeting.zoomId, RequestClass::Interactive);
    const Result<zoom::Meeting> fetched = co_await fetching;
    if (!fetched)
        co_return Result<Visit>(std::unexpected(fetched.error()));
    if (first->line.standing.awaitsApproval) {
        QCoro::Task<Result<void>> reading =
            m_extras.readRegistrants(meeting, first->meeting.zoomId, RequestClass::Interactive);
        const Result<void> read = co_await reading;
        if (!read)
            co_return Result<Visit>(std::unexpected(read.error()));
    }
    co_return visit(meeting, person);
}

school::Entry Entrance::entryOf(const Visit &visit) const
{
    return school::entryFor(visit.line.entryFacts(), visit.line.standing, m_store.clock.now());
}

Result<QUrl> Entrance::knownLink(MeetingId meeting, PersonId person)
{
    const Result<Visit> known = visit(meeting, person);
    if (!known)
        return std::unexpected(known.error());
    const school::Entry entry = entryOf(*known);
    if (!entry.opensZoom())
        return failure(ErrorCode::Forbidden, entry.reason);
    const Result<std::optional<store::RegistrantRow>> own =
        m_store.registrants.findByEmail(meeting, known->person.email);
    if (!own)
        return std::unexpected(own.error());
    const bool isPersonal = *own && (*own)->status == Status::Approved && !(*own)->joinUrl.isEmpty();
    const QString link = isPersonal ? (*own)->joinUrl : known->meeting.joinUrl;
    if (link.isEmpty())
        return failure(ErrorCode::Forbidden,
            tr("The relay knows no link for you to this meeting. Ask %1.").arg(known->line.hostName));
    return QUrl(link);
}

QCoro::Task<Result<QUrl>> Entrance::joinLink(MeetingId meeting, PersonId person)
{
    if (const Result<school::Meeting> there = meetingAtZoom(meeting); !there)
        co_return Result<QUrl>(std::unexpected(there.error()));
    QCoro::Task<Result<Visit>> visiting = freshVisit(meeting, person);
    const Result<Visit> visit = co_await visiting;
    if (!visit)
        co_return Result<QUrl>(std::unexpected(visit.error()));
    const school::Entry entry = entryOf(*visit);
    if (!entry.opensZoom() && entry.action != school::Entry::Action::Register)
        co_return Result<QUrl>(failure(ErrorCode::Forbidden, entry.reason));
    const school::Standing &standing = visit->line.standing;
    const bool asHost = standing.isHost || standing.isAlternativeHost;
    if (asHost || visit->meeting.settings.approval == school::Approval::NoRegistration)
        co_return plainLink(*visit);
    QCoro::Task<Result<QUrl>> finding = personalLink(*visit);
    Result<QUrl> link = co_await finding;
    co_return link;
}

Result<QUrl> Entrance::plainLink(const Visit &visit)
{
    if (visit.meeting.joinUrl.isEmpty())
        return std::unexpected(notAtZoomYet());
    Q_EMIT entered(visit.meeting.zoomId);
    return QUrl(visit.meeting.joinUrl);
}

QCoro::Task<Result<QUrl>> Entrance::personalLink(Visit visit)
{
    const MeetingId meeting = visit.meeting.id;
    Result<std::optional<store::RegistrantRow>> known =
        m_store.registrants.findByEmail(meeting, visit.person.email);
    if (known && (!*known || (*known)->joinUrl.isEmpty())) {
        QCoro::Task<Result<void>> reading =
            m_extras.readRegistrants(meeting, visit.meeting.zoomId, RequestClass::Interactive);
        const Result<void> read = co_await reading;
        if (!read)
            co_return Result<QUrl>(std::unexpected(read.error()));
        known = m_store.registrants.findByEmail(meeting, visit.person.email);
    }
    if (!known)
        co_return Result<QUrl>(std::unexpected(known.error()));
    if (!*known) {
        QCoro::Task<Result<QUrl>> registering = registerOnTheSpot(visit);
        Result<QUrl> link = co_await registering;
        co_return link;
    }
    if ((*known)->status == Status::Pending)
        co_return Result<QUrl>(failure(ErrorCode::Forbidden,
            tr("The registration waits for the host's approval. Ask %1.").arg(visit.line.hostName)));
    if ((*known)->status != Status::Approved || (*known)->joinUrl.isEmpty())
        co_return Result<QUrl>(failure(
            ErrorCode::Forbidden, tr("The registration was turned down. Ask %1.").arg(visit.line.hostName)));
    Q_EMIT entered(visit.meeting.zoomId);
    co_return Result<QUrl>(QUrl((*known)->joinUrl));
}

QCoro::Task<Result<QUrl>> Entrance::registerOnTheSpot(Visit visit)
{
    if (!mayRegister(visit))
        co_return Result<QUrl>(failure(ErrorCode::Forbidden,
            tr("Only people of this meeting can register. Ask %1.").arg(visit.line.hostName)));
    if (!m_link.isOpen())
        co_return Result<QUrl>(std::unexpected(notConnected()));
    const zoom::RegistrantsApi api(m_link.channel(), RequestClass::Interactive);
    const zoom::RegistrantDraft draft = registrantDraft(visit.person.name, visit.person.email);
    QCoro::Task<Result<zoom::Registration>> adding = api.add(visit.meeting.zoomId, draft);
    const Result<zoom::Registration> added = co_await adding;
    if (!added)
        co_return Result<QUrl>(std::unexpected(added.error()));
    const store::RegistrantRow row =
        registeredRow(*added, visit.meeting.id, visit.person.name, visit.person.email);
    const Result<RegistrantId> saved =
        m_store.database.transaction([&] { return m_store.registrants.save(row); });
    if (!saved)
        co_return Result<QUrl>(std::unexpected(saved.error()));
    if (row.status == Status::Pending)
        co_return Result<QUrl>(failure(ErrorCode::Forbidden,
            tr("You are registered now; the host has to approve it first. Ask %1.")
                .arg(visit.line.hostName)));
    Q_EMIT entered(visit.meeting.zoomId);
    co_return Result<QUrl>(QUrl(row.joinUrl));
}

bool Entrance::mayRegister(const Visit &visit)
{
    // Of a meeting for all, the store counts those as enrolled whose role may enter.
    const school::Standing &standing = visit.line.standing;
    return standing.isEnrolled || standing.teaches || standing.role == school::Role::Administrator;
}

} // namespace lectern::sync
