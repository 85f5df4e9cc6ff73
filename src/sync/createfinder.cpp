// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/createfinder.h"

#include "sync/remoterows.h"
#include "zoom/errors.h"

namespace lectern::sync {

using zoom::MeetingSummary;
using zoom::RequestClass;
using Found = Result<std::optional<zoom::Meeting>>;

namespace {

/// How far this computer's clock and Zoom's may be apart.
constexpr std::chrono::hours clockSlack{24};

} // namespace

CreateFinder::CreateFinder(Repositories &store, ZoomLink &link)
    : m_store(store)
    , m_link(link)
{ }

QCoro::Task<Found> CreateFinder::find(QString hostZoomUserId, QUuid reference, QDateTime notBefore)
{
    if (!m_link.isOpen())
        co_return Found(std::unexpected(notConnected()));
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    QCoro::Task<Result<QList<qint64>>> searching = candidates(hostZoomUserId, reference, notBefore);
    const Result<QList<qint64>> ids = co_await searching;
    if (!ids)
        co_return Found(std::unexpected(ids.error()));
    for (const qint64 id : *ids) {
        QCoro::Task<Result<zoom::Meeting>> getting = api.get(id);
        const Result<zoom::Meeting> meeting = co_await getting;
        if (!meeting && !zoom::isMeetingGone(meeting.error()))
            co_return Found(std::unexpected(meeting.error()));
        const auto tag = meeting ? tagOf(*meeting) : std::nullopt;
        if (tag && tag->reference == reference)
            co_return Found(*meeting);
    }
    co_return Found(std::nullopt);
}

QCoro::Task<Result<QList<qint64>>> CreateFinder::candidates(
    QString hostZoomUserId, QUuid reference, QDateTime notBefore)
{
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Interactive);
    QList<qint64> ids;
    const auto fetch = [api, hostZoomUserId](QString token) {
        return api.list(hostZoomUserId, zoom::MeetingListType::Scheduled, token);
    };
    const auto keep = [&](const zoom::Page<MeetingSummary> &page) {
        for (const MeetingSummary &row : page.items) {
            if (mayBe(row, reference, notBefore) && !ids.contains(row.id))
                ids.append(row.id);
        }
        return zoom::Walk::Continue;
    };
    QCoro::Task<Result<void>> walking = zoom::walkPages<MeetingSummary>(fetch, keep);
    const Result<void> walked = co_await walking;
    if (!walked)
        co_return Result<QList<qint64>>(std::unexpected(walked.error()));
    co_return ids;
}

bool CreateFinder::mayBe(const MeetingSummary &row, const QUuid &reference, const QDateTime &notBefore) const
{
    if (const auto tag = tagOf(row))
        return tag->reference == reference;
    const bool tooOld = row.createdAt.isValid()
        && row.createdAt < notBefore.addSecs(-std::chrono::seconds(clockSlack).count());
    if (tooOld)
        return false;
    const Result<std::optional<MeetingId>> known = m_store.meetings.idForZoomId(row.id);
    if (!known || !*known)
        return true;
    // One that a pull brought in meanwhile may not have told its reference yet.
    const Result<QUuid> knownReference = m_store.meetings.reference(**known);
    return !knownReference || knownReference->isNull() || *knownReference == reference;
}

} // namespace lectern::sync
