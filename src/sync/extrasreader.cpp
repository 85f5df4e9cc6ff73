// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/extrasreader.h"

#include "sync/recordingsreader.h"
#include "zoom/recordingsapi.h"

namespace lectern::sync {

namespace {

using Status = store::RegistrantRow::Status;
using zoom::RegistrantStatus;
using zoom::RequestClass;

Status statusOf(RegistrantStatus status)
{
    switch (status) {
    case RegistrantStatus::Approved:
        return Status::Approved;
    case RegistrantStatus::Denied:
        return Status::Denied;
    case RegistrantStatus::Pending:
    case RegistrantStatus::Unknown:
        break;
    }
    return Status::Pending;
}

store::RegistrantRow rowOf(const zoom::Registrant &registrant, MeetingId meeting, Status status)
{
    store::RegistrantRow row;
    row.meeting = meeting;
    row.zoomRegistrantId = registrant.id;
    row.name = QString(registrant.firstName + u' ' + registrant.lastName).trimmed();
    row.email = registrant.email;
    row.status = status;
    row.registeredAt = registrant.createdAt;
    row.joinUrl = registrant.joinUrl;
    return row;
}

} // namespace

ExtrasReader::ExtrasReader(Repositories &store, ZoomLink &link)
    : m_store(store)
    , m_link(link)
{ }

QCoro::Task<Result<void>> ExtrasReader::read(MeetingId meeting, zoom::Meeting remote)
{
    if (remote.settings.approval != school::Approval::NoRegistration) {
        QCoro::Task<Result<void>> registrants =
            readRegistrants(meeting, remote.id, RequestClass::Interactive);
        const Result<void> read = co_await registrants;
        if (!read)
            co_return read;
    }
    if (!mayRecordToCloud(remote.hostId))
        co_return Result<void>();
    QCoro::Task<Result<void>> recording = readRecording(remote.id);
    Result<void> read = co_await recording;
    co_return read;
}

QCoro::Task<Result<void>> ExtrasReader::readRegistrants(
    MeetingId meeting, qint64 zoomId, RequestClass requestClass)
{
    if (!m_link.isOpen())
        co_return Result<void>(std::unexpected(notConnected()));
    const zoom::RegistrantsApi api(m_link.channel(), requestClass);
    for (const RegistrantStatus status :
        {RegistrantStatus::Approved, RegistrantStatus::Pending, RegistrantStatus::Denied}) {
        QCoro::Task<Result<void>> reading = readRegistrants(api, meeting, zoomId, status);
        const Result<void> read = co_await reading;
        if (!read)
            co_return read;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> ExtrasReader::readRegistrants(
    zoom::RegistrantsApi api, MeetingId meeting, qint64 zoomId, RegistrantStatus status)
{
    QList<store::RegistrantRow> rows;
    const auto fetch = [api, zoomId, status](QString token) { return api.list(zoomId, status, token); };
    const auto keep = [&](const zoom::Page<zoom::Registrant> &page) {
        for (const zoom::Registrant &registrant : page.items)
            rows.append(rowOf(registrant, meeting, statusOf(status)));
        return zoom::Walk::Continue;
    };
    QCoro::Task<Result<void>> walking = zoom::walkPages<zoom::Registrant>(fetch, keep);
    const Result<void> walked = co_await walking;
    if (!walked)
        co_return walked;
    co_return m_store.database.transaction(
        [&] { return m_store.registrants.replace(meeting, statusOf(status), rows); });
}

QCoro::Task<Result<void>> ExtrasReader::readRecording(qint64 zoomId)
{
    if (!m_link.isOpen())
        co_return Result<void>(std::unexpected(notConnected()));
    const zoom::RecordingsApi api(m_link.channel(), RequestClass::Interactive);
    QCoro::Task<Result<zoom::Recording>> getting = api.get(QString::number(zoomId));
    const Result<zoom::Recording> recording = co_await getting;
    if (recording)
        co_return storeRecordings(m_store, {*recording});
    // None, or a plan without them: nothing that keeps the rest from being shown.
    if (recording.error().isRetryable() || recording.error().code == ErrorCode::Unauthorized)
        co_return Result<void>(std::unexpected(recording.error()));
    co_return Result<void>();
}

bool ExtrasReader::mayRecordToCloud(const QString &hostZoomUserId) const
{
    const Result<std::optional<school::Host>> host = m_store.hosts.find(hostZoomUserId);
    return host && *host && (*host)->licence == school::Host::Licence::Licensed;
}

} // namespace lectern::sync
