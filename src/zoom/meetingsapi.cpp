// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/meetingsapi.h"

#include "zoom/endpoint.h"
#include "zoom/meetingextras.h"
#include "zoom/paging.h"

namespace lectern::zoom {

namespace {

using namespace Qt::StringLiterals;

QString nameOf(MeetingListType type)
{
    switch (type) {
    case MeetingListType::Scheduled:
        return u"scheduled"_s;
    case MeetingListType::Live:
        return u"live"_s;
    case MeetingListType::Upcoming:
        return u"upcoming"_s;
    case MeetingListType::Previous:
        return u"previous_meetings"_s;
    }
    Q_UNREACHABLE();
}

QByteArray meetingPath(qint64 id)
{
    return "/meetings/" + segment(id);
}

void addOccurrence(Call &call, const QString &occurrenceId)
{
    if (!occurrenceId.isEmpty())
        call.query.append({"occurrence_id", occurrenceId});
}

QString flag(DeletionMail mail, DeletionMail one)
{
    return mail == one || mail == DeletionMail::All ? u"true"_s : u"false"_s;
}

} // namespace

MeetingsApi::MeetingsApi(std::shared_ptr<Channel> channel, RequestClass requestClass)
    : m_channel(std::move(channel))
    , m_requestClass(requestClass)
{ }

Permit MeetingsApi::permit(Category category) const
{
    return Permit{.category = category, .requestClass = m_requestClass};
}

QCoro::Task<Result<Page<MeetingSummary>>> MeetingsApi::list(
    QString hostId, MeetingListType type, QString pageToken) const
{
    Call call{.path = "/users/" + segment(hostId) + "/meetings", .permit = permit(Category::Medium)};
    call.query = pageQuery(pageToken);
    call.query.append({"type", nameOf(type)});
    return fetch(m_channel, std::move(call), decodeMeetingPage);
}

QCoro::Task<Result<Page<MeetingSummary>>> MeetingsApi::upcoming(QString userId) const
{
    Call call{.path = "/users/" + segment(userId) + "/upcoming_meetings", .permit = permit(Category::Medium)};
    return fetch(m_channel, std::move(call), decodeMeetingPage);
}

QCoro::Task<Result<Meeting>> MeetingsApi::get(qint64 id, QString occurrenceId) const
{
    Call call{.path = meetingPath(id), .permit = permit(Category::Light)};
    addOccurrence(call, occurrenceId);
    return fetch(m_channel, std::move(call), decodeMeeting);
}

QCoro::Task<Result<Meeting>> MeetingsApi::create(QString hostId, QByteArray body) const
{
    Call call{.verb = Verb::Post, .path = "/users/" + segment(hostId) + "/meetings", .body = body};
    call.permit = permit(Category::Medium);
    call.permit.writingHost = hostId;
    return fetch(m_channel, std::move(call), decodeMeeting);
}

QCoro::Task<Result<void>> MeetingsApi::update(
    qint64 id, QByteArray body, QString hostId, QString occurrenceId) const
{
    Call call{.verb = Verb::Patch, .path = meetingPath(id), .body = body};
    call.permit = permit(Category::Light);
    call.permit.writingHost = hostId;
    addOccurrence(call, occurrenceId);
    return perform(m_channel, std::move(call));
}

QCoro::Task<Result<void>> MeetingsApi::remove(qint64 id, DeletionMail mail, QString occurrenceId) const
{
    Call call{.verb = Verb::Delete, .path = meetingPath(id), .permit = permit(Category::Light)};
    addOccurrence(call, occurrenceId);
    call.query.append({"schedule_for_reminder", flag(mail, DeletionMail::Hosts)});
    call.query.append({"cancel_meeting_reminder", flag(mail, DeletionMail::Registrants)});
    return perform(m_channel, std::move(call));
}

QCoro::Task<Result<void>> MeetingsApi::setStatus(qint64 id, MeetingCommand command) const
{
    Call call{.verb = Verb::Put, .path = meetingPath(id) + "/status", .permit = permit(Category::Light)};
    call.body = command == MeetingCommand::End ? R"({"action":"end"})" : R"({"action":"recover"})";
    return perform(m_channel, std::move(call));
}

QCoro::Task<Result<QString>> MeetingsApi::invitation(qint64 id) const
{
    Call call{.path = meetingPath(id) + "/invitation", .permit = permit(Category::Light)};
    return fetch(m_channel, std::move(call), decodeInvitation);
}

QCoro::Task<Result<Secret>> MeetingsApi::startUrl(qint64 id) const
{
    Call call{.path = meetingPath(id), .permit = permit(Category::Light)};
    return fetch(m_channel, std::move(call), decodeStartUrl);
}

} // namespace lectern::zoom
