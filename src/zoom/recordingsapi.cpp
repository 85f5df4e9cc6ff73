// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/recordingsapi.h"

#include "zoom/endpoint.h"
#include "zoom/paging.h"

namespace lectern::zoom {

namespace {

QByteArray recordingsPath(const QString &instance)
{
    return "/meetings/" + uuidSegment(instance) + "/recordings";
}

QString nameOf(RecordingDeletion deletion)
{
    return deletion == RecordingDeletion::ToTrash ? QStringLiteral("trash") : QStringLiteral("delete");
}

} // namespace

RecordingsApi::RecordingsApi(std::shared_ptr<Channel> channel, RequestClass requestClass)
    : m_channel(std::move(channel))
    , m_requestClass(requestClass)
{ }

QCoro::Task<Result<RecordingPage>> RecordingsApi::list(
    QString hostId, QDate from, QDate to, QString pageToken) const
{
    Call call{.path = "/users/" + segment(hostId) + "/recordings"};
    call.query = pageQuery(pageToken);
    call.query.append({"from", from.toString(Qt::ISODate)});
    call.query.append({"to", to.toString(Qt::ISODate)});
    call.permit = {Category::Medium, m_requestClass};
    return fetch(m_channel, std::move(call), decodeRecordingPage);
}

QCoro::Task<Result<Recording>> RecordingsApi::get(QString instance) const
{
    Call call{.path = recordingsPath(instance), .permit = {Category::Light, m_requestClass}};
    return fetch(m_channel, std::move(call), decodeRecording);
}

QCoro::Task<Result<void>> RecordingsApi::remove(QString instance, RecordingDeletion deletion) const
{
    Call call{
        .verb = Verb::Delete, .path = recordingsPath(instance), .query = {{"action", nameOf(deletion)}}};
    call.permit = {Category::Light, m_requestClass};
    return perform(m_channel, std::move(call));
}

QCoro::Task<Result<void>> RecordingsApi::removeFile(
    QString instance, QString fileId, RecordingDeletion deletion) const
{
    Call call{.verb = Verb::Delete, .path = recordingsPath(instance) + '/' + segment(fileId)};
    call.query.append({"action", nameOf(deletion)});
    call.permit = {Category::Light, m_requestClass};
    return perform(m_channel, std::move(call));
}

QCoro::Task<Result<void>> RecordingsApi::recover(QString instance) const
{
    Call call{.verb = Verb::Put, .path = recordingsPath(instance) + "/status"};
    call.body = R"({"action":"recover"})";
    call.permit = {Category::Light, m_requestClass};
    return perform(m_channel, std::move(call));
}

} // namespace lectern::zoom
