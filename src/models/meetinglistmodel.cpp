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

/// More than a screen and a few pages around it; what else was looked at is read again when it is seen again.
constexpr int maxKeptPages = 8;
/// A quick scroll passes by many pages; where it stops is what counts.
constexpr int maxWantedPages = 3;

} // namespace

MeetingListModel::MeetingListModel(
    StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent)
    : MeetingRowsModel(locale, zone, parent)
    , m_reader(reader)
    , m_window(reader, concerned, [this](const Result<Answer> &answer) { take(answer); })
    , m_more(reader, {}, [this](const Result<Answer> &answer) { takeMore(answer); })
{ }

void MeetingListModel::setQuery(const store::MeetingQuery &query)
{
    m_query = query;
    m_isLoaded = false;
    restart();
}

void MeetingListModel::restart()
{
    m_total = -1;
    m_isFresh = true;
    m_kept = {0};
    m_wanted.clear();
    m_more.forget();
    m_window.ask(question(m_kept, Counting::No));
}

void MeetingListModel::sort(int column, Qt::SortOrder order)
{
    const auto key = sortKey(column);
    if (!key || (*key == m_query.sortBy && order == m_query.order))
        return;
    m_query.sortBy = *key;
    m_query.order = order;
    if (m_window.isAsked())
        restart();
}

LiveQuery<MeetingListModel::Answer>::Query MeetingListModel::question(
    QList<int> pages, Counting counting) const
{
    return [query = m_query, pages = std::move(pages), counting, &clock = m_reader.clock()](
               store::Database &database) -> Result<Answer> {
        const store::MeetingListRepository meetings(database, clock);
        Answer answer;
        store::MeetingQuery page = query;
        for (const int number : pages) {
            page.offset = number * query.limit;
            auto rows = meetings.list(page);
            if (!rows)
                return std::unexpected(rows.error());
            if (rows->size() < query.limit && (number == 0 || !rows->isEmpty()))
                answer.total = page.offset + static_cast<int>(rows->size());
            answer.runs.insert(page.offset, *std::move(rows));
        }
        if (counting == Counting::No || answer.total)
            return answer;
        auto total = meetings.count(query);
        if (!total)
            return std::unexpected(total.error());
        answer.total = *total;
        return answer;
    };
}

void MeetingListModel::take(const Result<Answer> &answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_isLoaded = true;
    show(*answer);
    if (!answer->total)
        m_window.ask(question(m_kept, Counting::Yes)); // the lines are on the screen: now there is time
    else if (std::exchange(m_isFresh, false))
        m_window.revise(question(m_kept, Counting::Yes));
    Q_EMIT loaded();
}

void MeetingListModel::show(const Answer &answer)
{
    const Arrival arrival = m_isFresh ? Arrival::Quiet : Arrival::News;
    m_total = answer.total.value_or(-1);
    qsizetype known = 0;
    for (const auto &run : answer.runs)
        known += run.size();
    // Without a count, the first page is all there is; with all pages, the difference can be told.
    if (m_total < 0 || known == m_total)
        setRows(answer.runs.size() == 1 ? answer.runs.first() : allOf(answer.runs), arrival);
    else
        setWindow(m_total, answer.runs, arrival);
}

QList<store::MeetingRow> MeetingListModel::allOf(const QMap<int, QList<store::MeetingRow>> &runs)
{
    QList<store::MeetingRow> all;
    for (const auto &run : runs)
        all += run;
    return all;
}

void MeetingListModel::isWanted(int row) const
{
    const int page = row / m_query.limit;
    if (m_wanted.contains(page))
        return;
    if (m_wanted.isEmpty()) // asked for when the view has said all it lacks
        QMetaObject::invokeMethod(
            const_cast<MeetingListModel *>(this), &MeetingListModel::fetchWanted, Qt::QueuedConnection);
    m_wanted.append(page);
    if (m_wanted.size() > maxWantedPages)
        m_wanted.removeFirst();
}

void MeetingListModel::fetchWanted()
{
    if (m_isFresh)
        m_wanted.clear();
    if (!m_wanted.isEmpty())
        m_more.ask(question(m_wanted, Counting::No));
}

void MeetingListModel::takeMore(const Result<Answer> &answer)
{
    if (!answer) {
        m_wanted.clear();
        Q_EMIT failed(answer.error());
        return;
    }
    for (auto run = answer->runs.begin(); run != answer->runs.end(); ++run) {
        const int page = run.key() / m_query.limit;
        m_wanted.removeOne(page);
        keep(page);
        fill(run.key(), run.value());
    }
    m_window.revise(question(m_kept, Counting::Yes));
    fetchWanted(); // what came into view meanwhile
}

void MeetingListModel::keep(int page)
{
    m_kept.removeOne(page);
    m_kept.append(page);
    if (m_kept.size() > maxKeptPages)
        m_kept.removeFirst();
}

} // namespace lectern::models
