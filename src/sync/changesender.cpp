// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/changesender.h"

#include "sync/changepayload.h"
#include "sync/editmerge.h"
#include "sync/remoterows.h"
#include "sync/words.h"
#include "zoom/errors.h"

namespace lectern::sync {

namespace {

using Kind = store::ChangeRow::Kind;
using school::MeetingEdit;
using store::Change;
using zoom::RequestClass;
using Outcome = Result<Sent>;

school::MeetingDraft draftOf(const school::Meeting &meeting)
{
    return {.type = meeting.type,
        .owner = meeting.owner,
        .topic = meeting.topic,
        .agenda = meeting.agenda,
        .hostZoomUserId = meeting.hostZoomUserId,
        .start = meeting.start,
        .duration = meeting.duration,
        .timeZone = meeting.timeZone,
        .passcode = meeting.passcode,
        .settings = meeting.settings,
        .recurrence = meeting.recurrence};
}

zoom::DeletionMail mailFor(Mailing mailing)
{
    return mailing == Mailing::TellPeople ? zoom::DeletionMail::All : zoom::DeletionMail::None;
}

QList<zoom::TrackingValue> withTag(QList<zoom::TrackingValue> values, const QString &tag)
{
    values.removeIf(
        [](const zoom::TrackingValue &value) { return value.field == school::ownerTrackingField; });
    values.append({school::ownerTrackingField.toString(), tag});
    return values;
}

} // namespace

ChangeSender::ChangeSender(Repositories &store, ZoomLink &link, MeetingReader &reader)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_finder(store, link)
    , m_registrations(store, link)
{ }

QCoro::Task<Outcome> ChangeSender::send(Change change)
{
    const Result<std::optional<school::Meeting>> meeting = m_store.meetings.find(change.meeting);
    if (!meeting)
        co_return Outcome(std::unexpected(meeting.error()));
    if (!*meeting)
        co_return Outcome(std::unexpected(unknownMeeting()));
    if (!m_link.isOpen())
        co_return Outcome(std::unexpected(notConnected()));
    QCoro::Task<Outcome> sending;
    switch (change.kind) {
    case Kind::Create:
        sending = create(change, **meeting);
        break;
    case Kind::Update:
        sending = update(change, **meeting);
        break;
    case Kind::Delete:
        sending = remove(change, **meeting);
        break;
    case Kind::End:
        sending = end(change, **meeting);
        break;
    case Kind::Register:
        sending = registerPeople(change, **meeting);
        break;
    }
    Outcome outcome = co_await sending;
    co_return outcome;
}

QCoro::Task<Outcome> ChangeSender::create(Change change, school::Meeting meeting)
{
    QCoro::Task<Result<zoom::Meeting>> creating = createOrFind(change, meeting);
    const Result<zoom::Meeting> created = co_await creating;
    if (!created)
        co_return Outcome(std::unexpected(created.error()));
    co_return adopt(change, *created);
}

QCoro::Task<Result<zoom::Meeting>> ChangeSender::createOrFind(Change change, school::Meeting meeting)
{
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    if (meeting.zoomId != 0) {
        // A pull was quicker and found it by its reference.
        QCoro::Task<Result<zoom::Meeting>> getting = api.get(meeting.zoomId);
        Result<zoom::Meeting> found = co_await getting;
        co_return found;
    }
    if (change.attempts > 0) {
        QCoro::Task<Result<std::optional<zoom::Meeting>>> searching =
            m_finder.find(meeting.hostZoomUserId, change.reference, change.createdAt);
        const Result<std::optional<zoom::Meeting>> found = co_await searching;
        if (!found)
            co_return Result<zoom::Meeting>(std::unexpected(found.error()));
        if (*found)
            co_return Result<zoom::Meeting>(**found);
    }
    const Result<zoom::OwnerOnWire> owner = ownerOnWire(meeting.owner, meeting.agenda, change.reference);
    if (!owner)
        co_return Result<zoom::Meeting>(std::unexpected(owner.error()));
    const QByteArray body = zoom::encodeMeetingCreate(draftOf(meeting), *owner);
    QCoro::Task<Result<zoom::Meeting>> creating = api.create(meeting.hostZoomUserId, body);
    Result<zoom::Meeting> created = co_await creating;
    co_return created;
}

Outcome ChangeSender::adopt(const Change &change, const zoom::Meeting &created)
{
    return m_store.database.transaction([&]() -> Outcome {
        Result<std::optional<school::Meeting>> local = m_store.meetings.find(change.meeting);
        if (!local || !*local)
            return std::unexpected(local ? unknownMeeting() : local.error());
        (*local)->zoomId = created.id;
        if (const Result<void> linked = m_store.meetings.save(**local); !linked)
            return std::unexpected(linked.error());
        if (const Outcome finished = finish(change); !finished)
            return finished;
        const Result<MeetingId> stored = m_reader.store(created);
        return stored ? Outcome(Sent()) : std::unexpected(stored.error());
    });
}

Outcome ChangeSender::finish(const Change &change)
{
    const Result<void> sent = m_store.outbox.markSent(change.id);
    return sent ? Outcome(Sent()) : std::unexpected(sent.error());
}

QCoro::Task<Outcome> ChangeSender::update(Change change, school::Meeting meeting)
{
    const Result<MeetingEdit> mine = decodeEdit(change.payload);
    const Result<MeetingEdit> before = decodeEdit(change.before);
    if (!mine || !before)
        co_return Outcome(std::unexpected(mine ? before.error() : mine.error()));
    QCoro::Task<Result<zoom::Meeting>> fetching = m_reader.fetch(meeting.zoomId, RequestClass::Interactive);
    const Result<zoom::Meeting> remote = co_await fetching;
    if (!remote)
        co_return Outcome(std::unexpected(remote.error()));
    const Result<store::OwnerClaim> claim = m_store.owners.claim(tagOf(*remote), remote->hostId);
    if (!claim)
        co_return Outcome(std::unexpected(claim.error()));
    school::Meeting theirs = toSchool(*remote, claim->owner);
    if (!change.occurrenceId.isEmpty() && !narrowToOccurrence(theirs, change.occurrenceId))
        co_return Outcome(std::unexpected(goneDate()));
    const OwnerBook &owners = m_store.owners;
    const EditMerge merge = mergeEdit(
        *mine, *before, theirs, [&owners](const school::Owner &owner) { return owners.nameOf(owner); });
    if (!merge.conflicts.isEmpty())
        co_return Outcome(Sent{merge.conflicts});
    QCoro::Task<Result<void>> patching = patch(change, merge.toSend, *remote);
    const Result<void> patched = co_await patching;
    if (!patched)
        co_return Outcome(std::unexpected(patched.error()));
    QCoro::Task<Outcome> concluding = conclude(change, remote->id);
    Outcome outcome = co_await concluding;
    co_return outcome;
}

QCoro::Task<Result<void>> ChangeSender::patch(Change change, MeetingEdit edit, zoom::Meeting remote)
{
    if (edit.isEmpty())
        co_return Result<void>();
    if (!m_link.isOpen())
        co_return Result<void>(std::unexpected(notConnected()));
    const Result<zoom::OwnerOnWire> owner = ownerOnWire(edit, remote);
    if (!owner)
        co_return Result<void>(std::unexpected(owner.error()));
    school::Meeting before = toSchool(remote, school::Everyone{});
    if (!change.occurrenceId.isEmpty())
        narrowToOccurrence(before, change.occurrenceId);
    const Result<QByteArray> body = change.occurrenceId.isEmpty()
        ? Result<QByteArray>(zoom::encodeMeetingUpdate(edit, before, *owner))
        : zoom::encodeOccurrenceUpdate(edit, before, *owner);
    if (!body)
        co_return Result<void>(std::unexpected(body.error()));
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    QCoro::Task<Result<void>> updating = api.update(remote.id, *body, remote.hostId, change.occurrenceId);
    Result<void> updated = co_await updating;
    co_return updated;
}

QCoro::Task<Outcome> ChangeSender::remove(Change change, school::Meeting meeting)
{
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    const zoom::DeletionMail mail = mailFor(decodeMailing(change.payload));
    QCoro::Task<Result<void>> removing = api.remove(meeting.zoomId, mail, change.occurrenceId);
    const Result<void> removed = co_await removing;
    const bool gone = !removed && zoom::isMeetingGone(removed.error());
    if (!removed && !gone)
        co_return Outcome(std::unexpected(removed.error()));
    if (removed && !change.occurrenceId.isEmpty()) {
        QCoro::Task<Outcome> concluding = conclude(change, meeting.zoomId);
        Outcome outcome = co_await concluding;
        co_return outcome;
    }
    co_return m_store.database.transaction([&]() -> Outcome {
        if (const Outcome finished = finish(change); !finished)
            return finished;
        const Result<void> buried = m_reader.bury(meeting.zoomId);
        return buried ? Outcome(Sent()) : std::unexpected(buried.error());
    });
}

QCoro::Task<Outcome> ChangeSender::end(Change change, school::Meeting meeting)
{
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    QCoro::Task<Result<void>> ending = api.setStatus(meeting.zoomId, zoom::MeetingCommand::End);
    const Result<void> ended = co_await ending;
    if (!ended)
        co_return Outcome(std::unexpected(ended.error()));
    QCoro::Task<Outcome> concluding = conclude(change, meeting.zoomId);
    Outcome outcome = co_await concluding;
    co_return outcome;
}

QCoro::Task<Outcome> ChangeSender::registerPeople(Change change, school::Meeting meeting)
{
    QCoro::Task<Result<void>> registering = m_registrations.send(change, meeting);
    const Result<void> registered = co_await registering;
    if (!registered)
        co_return Outcome(std::unexpected(registered.error()));
    co_return Outcome(Sent());
}

QCoro::Task<Outcome> ChangeSender::conclude(Change change, qint64 zoomId)
{
    // Zoom has agreed: whatever becomes of the second look, the change is done.
    if (const Outcome finished = m_store.database.transaction([&] { return finish(change); }); !finished)
        co_return finished;
    QCoro::Task<Result<zoom::Meeting>> fetching = m_reader.fetch(zoomId, RequestClass::Interactive);
    const Result<zoom::Meeting> kept = co_await fetching;
    if (!kept)
        (void)m_store.database.transaction([&] { return m_store.meetings.markStale(change.meeting); });
    co_return Outcome(Sent());
}

Result<zoom::OwnerOnWire> ChangeSender::ownerOnWire(
    const school::Owner &owner, const QString &agenda, const QUuid &reference) const
{
    const Result<school::OwnerTag> tag = m_store.owners.tagOf(owner, reference);
    if (!tag)
        return std::unexpected(tag.error());
    zoom::OwnerOnWire wire;
    if (m_link.tagPlace() == TagPlace::TrackingField) {
        wire.agenda = agenda;
        wire.trackingFields = withTag({}, school::encodeOwnerTag(*tag));
        return wire;
    }
    const Result<QString> tagged = school::joinAgenda(agenda, *tag);
    if (!tagged)
        return std::unexpected(tagged.error());
    wire.agenda = *tagged;
    return wire;
}

Result<zoom::OwnerOnWire> ChangeSender::ownerOnWire(
    const MeetingEdit &edit, const zoom::Meeting &remote) const
{
    if (!edit.owner && !edit.agenda)
        return zoom::OwnerOnWire();
    const std::optional<school::OwnerTag> present = tagOf(remote);
    const QString agenda = edit.agenda.value_or(school::splitAgenda(remote.agenda).agenda);
    if (!edit.owner && !present)
        return zoom::OwnerOnWire{.agenda = agenda, .trackingFields = {}};
    const QUuid reference = present ? present->reference : QUuid();
    const Result<store::OwnerClaim> claim = m_store.owners.claim(present, remote.hostId);
    if (!claim)
        return std::unexpected(claim.error());
    Result<zoom::OwnerOnWire> wire = ownerOnWire(edit.owner.value_or(claim->owner), agenda, reference);
    if (wire && !wire->trackingFields.isEmpty())
        wire->trackingFields = withTag(remote.trackingFields, wire->trackingFields.first().value);
    return wire;
}

} // namespace lectern::sync
