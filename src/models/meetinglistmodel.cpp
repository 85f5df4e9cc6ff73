// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/meetinglistmodel.h"

#include "store/meetinglistrepository.h"

namespace lectern::models {

namespace {

constexpr auto concerned = store::ChangeNotice::Meetings | store::ChangeNotice::Outbox
    | store::ChangeNotice::Registrants | store::ChangeNotice::Courses | store::ChangeNotice::People
    | store::ChangeNotice::Hosts | store::ChangeNotice::Recordings;

std::optional<store::MeetingColumn> sortKey(int column)
{
    switch (column) {
    case MeetingRowsModel::When:
    case MeetingRowsModel::Time:
        return store::MeetingColumn::Start;
    case MeetingRowsModel::Topic:
        return store::MeetingColumn::Topic;
    case MeetingRowsModel::Course:
        return store::MeetingColumn::Course;
    case MeetingRowsModel::Host:
        return store::MeetingColumn::Host;
    case MeetingRowsModel::Kind:
        return store::MeetingColumn::Kind;
    case MeetingRowsModel::Status:
        return store::MeetingColumn::Status;
    case MeetingRowsModel::Duration:
        return store::MeetingColumn::Duration;
    case MeetingRowsModel::Registered:
        return store::MeetingColumn::Registrants;
    default:
        return std::nullopt;
    }
}

} // namespace

MeetingListModel::MeetingListModel(StoreReader &reader, QLocale locale, QTimeZone zone, QObject *parent)
    : MeetingRowsModel(std::move(locale), std::move(zone), parent)
    , m_reader(reader)
    , m_page(reader, concerned, [this](const Result<Page> &page) { take(page); })
{ }

void MeetingListModel::setQuery(const store::MeetingQuery &query)
{
    m_query = query;
    m_total = -1;
    request(m_query.limit);
}

bool MeetingListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isFetching && rowCount() < m_total;
}

void MeetingListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(std::max(m_query.limit, 2 * rowCount())); // doubling keeps the sum of all reads linear
}

void MeetingListModel::sort(int column, Qt::SortOrder order)
{
    const auto key = sortKey(column);
    if (!key || (*key == m_query.sortBy && order == m_query.order))
        return;
    m_query.sortBy = *key;
    m_query.order = order;
    if (isLoaded() || m_isFetching)
        request(std::max(m_query.limit, rowCount()));
}

void MeetingListModel::request(int count)
{
    m_isFetching = true;
    store::MeetingQuery query = m_query;
    query.offset = 0;
    query.limit = count;
    m_page.ask([query, &clock = m_reader.clock()](store::Database &database) -> Result<Page> {
        const store::MeetingListRepository meetings(database, clock);
        auto rows = meetings.list(query);
        if (!rows)
            return std::unexpected(rows.error());
        auto total = meetings.count(query);
        if (!total)
            return std::unexpected(total.error());
        return Page{*std::move(rows), *total};
    });
}

void MeetingListModel::take(const Result<Page> &page)
{
    if (page) {
        m_total = page->total;
        setRows(page->rows); // no view may fetch while these come in
    }
    m_isFetching = false;
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    Q_EMIT loaded();
}

} // namespace lectern::models
