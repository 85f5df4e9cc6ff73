// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/changedesk.h"

#include "sync/changepayload.h"
#include "sync/editmerge.h"
#include "sync/visibleeffect.h"
#include "sync/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using Kind = store::ChangeRow::Kind;
using school::Meeting;
using school::MeetingDraft;
using school::MeetingEdit;
using store::Change;

MeetingDraft withoutInstant(MeetingDraft draft, const QDateTime &now)
{
    if (draft.type != school::MeetingType::Instant)
        return draft;
    draft.type = school::MeetingType::Scheduled;
    draft.start = now;
    if (draft.timeZone.isEmpty())
        draft.timeZone = QByteArrayLiteral("UTC");
    return draft;
}

Change changeOf(const Meeting &meeting, Kind kind, store::MeetingFields fields)
{
    Change change;
    change.meeting = meeting.id;
    change.kind = kind;
    change.fields = fields;
    return change;
}

} // namespace

ChangeDesk::ChangeDesk(Repositories &store, const ZoomLink &link)
    : m_store(store)
    , m_link(link)
{ }

Result<MeetingId> ChangeDesk::schedule(MeetingDraft draft)
{
    draft = withoutInstant(std::move(draft), m_store.clock.now());
    if (const QList<FieldError> errors = check(draft); !errors.isEmpty())
        return std::unexpected(refused(errors));
    const QUuid reference = QUuid::createUuid();
    const Result<Meeting> meeting = localMeeting(draft);
    if (!meeting)
        return std::unexpected(meeting.error());
    const Result<MeetingId> id = m_store.database.transaction([&]() -> Result<MeetingId> {
        const Result<MeetingId> inserted = m_store.meetings.insertLocal(*meeting, reference);
        if (!inserted)
            return inserted;
        Change change;
        change.meeting = *inserted;
        change.kind = Kind::Create;
        change.reference = reference;
        const Result<void> appended = append(change);
        return appended ? inserted : std::unexpected(appended.error());
    });
    if (id)
        Q_EMIT changeAppended();
    return id;
}

QList<FieldError> ChangeDesk::check(const MeetingDraft &draft) const
{
    return school::validate(draft, m_store.clock.now()) + checkHost(draft.hostZoomUserId)
        + checkOwner(draft.owner, draft.agenda);
}

QList<FieldError> ChangeDesk::checkHost(const QString &hostZoomUserId) const
{
    if (hostZoomUserId.isEmpty())
        return {};
    const Result<std::optional<school::Host>> host = m_store.hosts.find(hostZoomUserId);
    const bool present = host && *host && (*host)->state == school::Host::State::Active;
    if (present)
        return {};
    return {{u"hostZoomUserId"_s, tr("This host is no longer in the Zoom account. Choose another one.")}};
}

QList<FieldError> ChangeDesk::checkOwner(const school::Owner &owner, const QString &agenda) const
{
    // Every reference is as long as this one.
    const Result<school::OwnerTag> tag = m_store.owners.tagOf(owner, QUuid::createUuid());
    if (!tag)
        return {{u"owner"_s, tag.error().message}};
    if (m_link.tagPlace() == TagPlace::TrackingField)
        return {};
    const Result<QString> tagged = school::joinAgenda(agenda, *tag);
    if (tagged || agenda.size() > school::maxAgendaLength)
        return {};
    return {{u"agenda"_s, tagged.error().message}};
}

Result<Meeting> ChangeDesk::localMeeting(const MeetingDraft &draft) const
{
    const Result<std::optional<school::Host>> host = m_store.hosts.find(draft.hostZoomUserId);
    if (!host)
        return std::unexpected(host.error());
    Meeting meeting;
    meeting.type = draft.type;
    meeting.owner = draft.owner;
    meeting.topic = draft.topic.trimmed();
    meeting.agenda = draft.agenda;
    meeting.hostZoomUserId = draft.hostZoomUserId;
    meeting.hostEmail = *host ? (*host)->email : QString();
    meeting.start = draft.type == school::MeetingType::RecurringNoFixedTime ? QDateTime() : draft.start;
    meeting.duration = draft.duration;
    meeting.timeZone = draft.timeZone;
    meeting.passcode = draft.passcode;
    meeting.settings = draft.settings;
    meeting.recurrence = draft.recurrence;
    meeting.occurrences = expectedOccurrences(meeting);
    meeting.createdAt = m_store.clock.now();
    return meeting;
}

Result<Meeting> ChangeDesk::present(MeetingId id) const
{
    const Result<std::optional<Meeting>> meeting = m_store.meetings.find(id);
    if (!meeting)
        return std::unexpected(meeting.error());
    if (!*meeting)
        return std::unexpected(unknownMeeting());
    if ((*meeting)->status == school::MeetingStatus::Deleted)
        return std::unexpected(goneAtZoom());
    return **meeting;
}

QList<FieldError> ChangeDesk::check(const MeetingEdit &edit, const Meeting &before) const
{
    QList<FieldError> errors = school::validate(edit, before, m_store.clock.now());
    if (edit.owner || edit.agenda)
        errors += checkOwner(edit.owner.value_or(before.owner), edit.agenda.value_or(before.agenda));
    return errors;
}

Result<void> ChangeDesk::edit(MeetingId id, const QString &occurrenceId, const MeetingEdit &edit)
{
    const Result<Meeting> before = present(id);
    if (!before)
        return std::unexpected(before.error());
    if (const QList<FieldError> errors = check(edit, *before); !errors.isEmpty())
        return std::unexpected(refused(errors));
    if (edit.isEmpty())
        return {};
    return told(m_store.database.transaction([&] { return writeEdit(*before, occurrenceId, edit); }));
}

Result<void> ChangeDesk::writeEdit(
    const Meeting &before, const QString &occurrenceId, const MeetingEdit &edit)
{
    Meeting after = before;
    showEdit(after, occurrenceId, edit);
    const Result<void> queued = queueEdit(before, occurrenceId, edit, store::differences(before, after));
    return queued ? m_store.meetings.save(after) : queued;
}

Result<void> ChangeDesk::queueEdit(
    const Meeting &before, const QString &occurrenceId, const MeetingEdit &edit, store::MeetingFields fields)
{
    const Result<std::optional<Change>> open = m_store.outbox.mergeable(before.id, occurrenceId);
    if (!open)
        return std::unexpected(open.error());
    // A create that waits is sent with whatever the meeting holds by then.
    if (*open && (*open)->kind == Kind::Create)
        return {};
    Change change = open->value_or(changeOf(before, Kind::Update, {}));
    MeetingEdit mine = edit;
    Meeting shown = before;
    if (!occurrenceId.isEmpty())
        narrowToOccurrence(shown, occurrenceId);
    MeetingEdit seen = valuesBefore(edit, shown);
    if (*open && change.kind == Kind::Update) {
        const Result<MeetingEdit> earlier = decodeEdit(change.payload);
        const Result<MeetingEdit> earlierSeen = decodeEdit(change.before);
        if (!earlier || !earlierSeen)
            return std::unexpected(earlier ? earlierSeen.error() : earlier.error());
        mine = coalesced(*earlier, edit);
        seen = coalescedBefore(*earlierSeen, seen);
    } else {
        change = changeOf(before, Kind::Update, {});
        change.occurrenceId = occurrenceId;
    }
    change.fields |= fields;
    change.payload = encodeEdit(mine);
    change.before = encodeEdit(seen);
    return change.id.isValid() ? m_store.outbox.amend(change) : append(change);
}

Result<void> ChangeDesk::remove(MeetingId id, const QString &occurrenceId, Mailing mailing)
{
    const Result<Meeting> meeting = present(id);
    if (!meeting)
        return std::unexpected(meeting.error());
    const Result<std::optional<Change>> open = m_store.outbox.mergeable(id, {});
    if (!open)
        return std::unexpected(open.error());
    const bool neverSent = meeting->zoomId == 0 && *open && (*open)->kind == Kind::Create;
    return told(m_store.database.transaction([&] {
        return neverSent && occurrenceId.isEmpty() ? forget(*meeting)
                                                   : queueRemoval(*meeting, occurrenceId, mailing);
    }));
}

Result<void> ChangeDesk::forget(const Meeting &meeting)
{
    const Result<QList<Change>> changes = m_store.outbox.of(meeting.id);
    if (!changes)
        return std::unexpected(changes.error());
    for (const Change &change : *changes) {
        if (const Result<void> dropped = m_store.outbox.discard(change.id); !dropped)
            return dropped;
    }
    return m_store.meetings.forgetLocal(meeting.id);
}

Result<void> ChangeDesk::queueRemoval(Meeting meeting, const QString &occurrenceId, Mailing mailing)
{
    if (const Result<void> dropped = dropWaitingEdits(meeting.id, occurrenceId); !dropped)
        return dropped;
    Change change = changeOf(meeting, Kind::Delete, store::MeetingField::Status);
    change.occurrenceId = occurrenceId;
    change.payload = encodeMailing(mailing);
    change.before = encodeStanding(meeting);
    if (const Result<void> appended = append(change); !appended)
        return appended;
    showRemoval(meeting, occurrenceId);
    return m_store.meetings.save(meeting);
}

Result<void> ChangeDesk::dropWaitingEdits(MeetingId id, const QString &occurrenceId)
{
    const Result<QList<Change>> changes = m_store.outbox.of(id);
    if (!changes)
        return std::unexpected(changes.error());
    for (const Change &change : *changes) {
        const bool concerned = occurrenceId.isEmpty() || change.occurrenceId == occurrenceId;
        const bool open = change.kind != Kind::Create && change.state != store::PendingState::Sending;
        if (!concerned || !open)
            continue;
        if (const Result<void> dropped = m_store.outbox.discard(change.id); !dropped)
            return dropped;
    }
    return {};
}

Result<void> ChangeDesk::end(MeetingId id)
{
    const Result<Meeting> meeting = present(id);
    if (!meeting)
        return std::unexpected(meeting.error());
    if (meeting->zoomId == 0)
        return std::unexpected(notAtZoomYet());
    return told(m_store.database.transaction([&]() -> Result<void> {
        Change change = changeOf(*meeting, Kind::End, store::MeetingField::Status);
        change.before = encodeStanding(*meeting);
        if (const Result<void> appended = append(change); !appended)
            return appended;
        Meeting after = *meeting;
        showEnd(after, m_store.clock.now());
        return m_store.meetings.save(after);
    }));
}

Result<int> ChangeDesk::registerEveryone(MeetingId id)
{
    const Result<Meeting> meeting = present(id);
    if (!meeting)
        return std::unexpected(meeting.error());
    if (meeting->settings.approval == school::Approval::NoRegistration)
        return failure(ErrorCode::Invalid,
            tr("Nobody needs to register for this meeting. Switch registration on first, by editing it."));
    const Result<QList<Registree>> missing = missingIn(*meeting);
    if (!missing)
        return std::unexpected(missing.error());
    const Result<void> written = told(m_store.database.transaction([&] {
        Change change = changeOf(*meeting, Kind::Register, {});
        change.payload = encodeRegistrees(*missing);
        return append(change);
    }));
    return written ? Result<int>(static_cast<int>(missing->size())) : std::unexpected(written.error());
}

Result<QList<Registree>> ChangeDesk::missingIn(const Meeting &meeting) const
{
    const Result<QList<Change>> changes = m_store.outbox.of(meeting.id);
    if (!changes)
        return std::unexpected(changes.error());
    if (std::ranges::find(*changes, Kind::Register, &Change::kind) != changes->end())
        return failure(ErrorCode::Conflict, tr("The learners of this meeting are being registered already."));
    const Result<QList<store::AudienceRow>> people = m_store.audience.unregistered(meeting.id);
    if (!people)
        return std::unexpected(people.error());
    if (people->isEmpty())
        return failure(ErrorCode::Invalid, tr("Everyone this meeting is for is registered already."));
    QList<Registree> missing;
    for (const store::AudienceRow &person : *people)
        missing.append({.name = person.name, .email = person.email, .triedOn = {}});
    return missing;
}

Result<void> ChangeDesk::append(Change change)
{
    change.createdAt = m_store.clock.now();
    const Result<ChangeId> appended = m_store.outbox.append(change);
    return appended ? Result<void>() : std::unexpected(appended.error());
}

Result<void> ChangeDesk::told(Result<void> written)
{
    if (written)
        Q_EMIT changeAppended();
    return written;
}

} // namespace lectern::sync
