// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordinglistmodel.h"

#include "school/dateformat.h"
#include "school/meetingwords.h"

namespace lectern::models {

RecordingListModel::RecordingListModel(
    StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent)
    : RowTableModel(parent)
    , m_locale(locale)
    , m_zone(zone)
    , m_recordings(reader, store::ChangeNotice::Recordings | store::ChangeNotice::Meetings,
          [this](const Result<Page> &page) { take(page); })
{ }

void RecordingListModel::setQuery(const store::RecordingQuery &query)
{
    m_query = query;
    m_isLoaded = false;
    request(query.limit);
}

bool RecordingListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isFetching && rowCount() < m_totals.recordings;
}

void RecordingListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(std::max(m_query.limit, 2 * rowCount()));
}

void RecordingListModel::request(int count)
{
    m_isFetching = true;
    store::RecordingQuery query = m_query;
    query.limit = count;
    m_recordings.ask([query](store::Database &database) -> Result<Page> {
        const store::RecordingRepository recordings(database);
        auto rows = recordings.list(query);
        if (!rows)
            return std::unexpected(rows.error());
        const auto totals = recordings.totals(query);
        if (!totals)
            return std::unexpected(totals.error());
        return Page{*std::move(rows), *totals};
    });
}

void RecordingListModel::take(const Result<Page> &page)
{
    if (page) {
        m_isLoaded = true;
        m_totals = page->totals;
        setRows(page->rows); // no view may fetch while these come in
    }
    m_isFetching = false;
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    Q_EMIT loaded();
}

QString RecordingListModel::keyOf(const store::RecordingRow &row) const
{
    return QString::number(row.id.value);
}

QStringList RecordingListModel::columnTitles() const
{
    return {tr("When"), tr("Topic"), tr("For"), tr("Host"), tr("Length"), tr("Files"), tr("Size"), QString()};
}

QStringList RecordingListModel::textsOf(const store::RecordingRow &row) const
{
    const QDateTime start = row.start.toTimeZone(m_zone);
    return {
        tr("%1, %2", "day, time")
            .arg(
                school::shortDateText(start.date(), m_locale), school::timeText(row.start, m_zone, m_locale)),
        row.topic,
        row.courseCode,
        row.hostName.isEmpty() ? row.hostEmail : row.hostName,
        school::durationText(row.duration, m_locale),
        m_locale.toString(row.files.size()),
        row.totalSizeBytes > 0 ? m_locale.formattedDataSize(row.totalSizeBytes, 1, QLocale::DataSizeSIFormat)
                               : QString(),
        QString(),
    };
}

Qt::Alignment RecordingListModel::alignment(int column) const
{
    return column >= Length && column <= Size ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace lectern::models
