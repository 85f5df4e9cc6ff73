// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/recordingsreader.h"

#include "zoom/recordingsapi.h"

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using zoom::Recording;

const QString readKey = u"recordings.read-at"_s;
constexpr qint64 secondsBetween = 24 * 60 * 60;
/// Zoom's longest window is a month.
constexpr int daysBack = 29;

store::RecordingFileRow rowOf(const zoom::RecordingFile &file)
{
    const bool processing = file.status == zoom::RecordingFileStatus::Processing;
    return {.zoomFileId = file.id,
        .fileType = file.type.raw,
        .recordingType = file.view,
        .sizeBytes = file.size,
        .start = file.start,
        .end = file.end,
        .status = processing ? store::RecordingFileRow::Status::Processing
                             : store::RecordingFileRow::Status::Completed,
        .playUrl = file.playUrl};
}

} // namespace

store::RemoteRecording remoteOf(const Recording &recording)
{
    store::RemoteRecording remote;
    remote.recording.instanceUuid = recording.uuid;
    remote.recording.topic = recording.topic;
    remote.recording.start = recording.start;
    remote.recording.duration = recording.duration;
    remote.recording.totalSizeBytes = recording.totalSize;
    remote.recording.shareUrl = recording.shareUrl;
    for (const zoom::RecordingFile &file : recording.files)
        remote.recording.files.append(rowOf(file));
    remote.zoomMeetingId = recording.meetingId;
    remote.hostZoomUserId = recording.hostId;
    remote.remote = recording.raw;
    return remote;
}

Result<void> storeRecordings(Repositories &store, const QList<Recording> &recordings)
{
    return store.database.transaction([&]() -> Result<void> {
        for (const Recording &recording : recordings) {
            const Result<RecordingId> saved = store.recordings.save(remoteOf(recording));
            if (!saved)
                return std::unexpected(saved.error());
        }
        return {};
    });
}

RecordingsReader::RecordingsReader(Repositories &store, ZoomLink &link)
    : m_store(store)
    , m_link(link)
{ }

QCoro::Task<Result<void>> RecordingsReader::readRecent(QList<school::Host> hosts)
{
    const QDateTime now = m_store.clock.now();
    const Result<QDateTime> last = m_store.state.moment(readKey);
    if (!last)
        co_return Result<void>(std::unexpected(last.error()));
    if (last->isValid() && last->secsTo(now) < secondsBetween)
        co_return Result<void>();
    QCoro::Task<Result<void>> reading = readNow(hosts);
    Result<void> read = co_await reading;
    co_return read;
}

QCoro::Task<Result<void>> RecordingsReader::readNow(QList<school::Host> hosts)
{
    const QDateTime now = m_store.clock.now();
    hosts.removeIf([](const school::Host &host) { return host.licence != school::Host::Licence::Licensed; });
    m_error.reset();
    QCoro::Task<void> reading =
        inLanes(hosts.size(), [this, hosts](qsizetype i) { return readHost(hosts.at(i).zoomUserId); });
    co_await reading;
    if (m_error)
        co_return Result<void>(std::unexpected(*m_error));
    co_return m_store.database.transaction([&] { return m_store.state.setMoment(readKey, now); });
}

QCoro::Task<Lane> RecordingsReader::readHost(QString hostZoomUserId)
{
    if (m_error || !m_link.isOpen())
        co_return Lane::Stop;
    QCoro::Task<Result<QList<Recording>>> fetching = fetch(hostZoomUserId);
    const Result<QList<Recording>> recordings = co_await fetching;
    const Result<void> stored =
        recordings ? storeRecordings(m_store, *recordings) : std::unexpected(recordings.error());
    if (stored || stored.error().code == ErrorCode::NotFound)
        co_return Lane::GoOn;
    m_error = stored.error();
    co_return Lane::Stop;
}

QCoro::Task<Result<QList<Recording>>> RecordingsReader::fetch(QString hostZoomUserId)
{
    const zoom::RecordingsApi api(m_link.channel(), zoom::RequestClass::Background);
    const QDate today = m_store.clock.now().date();
    QList<Recording> recordings;
    QString token;
    do {
        QCoro::Task<Result<zoom::RecordingPage>> listing =
            api.list(hostZoomUserId, today.addDays(-daysBack), today.addDays(1), token);
        const Result<zoom::RecordingPage> page = co_await listing;
        if (!page)
            co_return Result<QList<Recording>>(std::unexpected(page.error()));
        recordings.append(page->page.items);
        token = page->page.nextToken;
    } while (!token.isEmpty());
    co_return recordings;
}

} // namespace lectern::sync
