// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/todayagenda.h"

#include "store/meetinglistrepository.h"

namespace lectern::models {

namespace {

/// More meetings than anybody has in two days; a bound all the same.
constexpr int maxLines = 500;

bool isNow(const store::MeetingRow &row, const QDateTime &now)
{
    if (row.status == school::MeetingStatus::Started)
        return true;
    return row.status == school::MeetingStatus::Waiting && row.start.isValid() && row.start <= now
        && now < row.start.addSecs(std::chrono::seconds(row.duration).count());
}

void sortIn(Today &today, const store::MeetingRow &row, const QDateTime &now)
{
    const bool hasNoTime = !row.start.isValid();
    if (isNow(row, now))
        today.now.append(row);
    else if (row.status != school::MeetingStatus::Waiting || (!hasNoTime && row.start <= now))
        return;
    else if (hasNoTime || today.next)
        today.later.append(row);
    else
        today.next = row;
}

} // namespace

Today arrangeToday(const QList<store::MeetingRow> &rows, const QDateTime &now, const QTimeZone &zone)
{
    const QDate day = now.toTimeZone(zone).date();
    Today today;
    for (const store::MeetingRow &row : rows) {
        const bool isLater = row.start.isValid() && row.start.toTimeZone(zone).date() > day;
        if (!isLater || row.status == school::MeetingStatus::Started) {
            sortIn(today, row, now);
        } else if (row.status == school::MeetingStatus::Waiting) {
            if (++today.tomorrow == 1)
                today.tomorrowStart = row.start;
        }
    }
    std::stable_partition(today.now.begin(), today.now.end(),
        [](const store::MeetingRow &row) { return row.status == school::MeetingStatus::Started; });
    std::stable_partition(today.later.begin(), today.later.end(),
        [](const store::MeetingRow &row) { return row.start.isValid(); });
    return today;
}

TodayAgenda::TodayAgenda(StoreReader &reader, const Viewer &viewer, const QTimeZone &zone, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_viewer(viewer)
    , m_zone(zone)
    , m_query(reader,
          store::ChangeNotice::Meetings | store::ChangeNotice::Outbox | store::ChangeNotice::Registrants
              | store::ChangeNotice::Courses | store::ChangeNotice::People,
          [this](const Result<QList<store::MeetingRow>> &rows) {
              if (!rows) {
                  Q_EMIT failed(rows.error());
                  return;
              }
              m_rows = *rows;
              m_isLoaded = true;
              arrange();
          })
{
    connect(&viewer, &Viewer::changed, this, [this] {
        m_isLoaded = false;
        m_rows.clear(); // another person's day, with that person's buttons, must not stay for a moment
        arrange();
        ask();
    });
    ask();
}

void TodayAgenda::refreshTime()
{
    if (m_reader.clock().now().toTimeZone(m_zone).date() != m_day)
        ask();
    else
        arrange();
}

void TodayAgenda::ask()
{
    m_day = m_reader.clock().now().toTimeZone(m_zone).date();
    store::MeetingQuery query;
    query.viewer = m_viewer.person().id;
    query.scope = store::MeetingQuery::Scope::ViewersOwn;
    query.from = QDateTime(m_day, QTime(0, 0), m_zone).toUTC();
    query.to = QDateTime(m_day.addDays(2), QTime(0, 0), m_zone).toUTC();
    query.limit = maxLines;
    m_query.ask([query, &clock = m_reader.clock()](store::Database &database) {
        return store::MeetingListRepository(database, clock).list(query);
    });
}

void TodayAgenda::arrange()
{
    m_today = arrangeToday(m_rows, m_reader.clock().now(), m_zone);
    Q_EMIT changed();
}

} // namespace lectern::models
