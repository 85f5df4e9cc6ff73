// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordinglistmodel.h"

#include "school/meetingwords.h"

namespace lectern::models {

RecordingListModel::RecordingListModel(StoreReader &reader, QLocale locale, QTimeZone zone, QObject *parent)
    : RowTableModel(parent)
    , m_locale(std::move(locale))
    , m_zone(std::move(zone))
    , m_recordings(reader, store::ChangeNotice::Recordings | store::ChangeNotice::Meetings,
          [this](const Result<QList<store::RecordingRow>> &recordings) {
              if (!recordings) {
                  Q_EMIT failed(recordings.error());
                  return;
              }
              m_isLoaded = true;
              setRows(*recordings);
              Q_EMIT loaded();
          })
{ }

void RecordingListModel::setQuery(const store::RecordingQuery &query)
{
    m_query = query;
    m_isLoaded = false;
    request(query.limit);
}

bool RecordingListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && rowCount() > 0 && rowCount() == m_asked;
}

void RecordingListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(2 * rowCount());
}

void RecordingListModel::request(int count)
{
    m_asked = count;
    store::RecordingQuery query = m_query;
    query.limit = count;
    m_recordings.ask(
        [query](store::Database &database) { return store::RecordingRepository(database).list(query); });
}

QString RecordingListModel::keyOf(const store::RecordingRow &row) const
{
    return QString::number(row.id.value);
}

QStringList RecordingListModel::columnTitles() const
{
    return {tr("Day"), tr("Topic"), tr("For"), tr("Host"), tr("Length"), tr("Files"), tr("Size")};
}

QStringList RecordingListModel::textsOf(const store::RecordingRow &row) const
{
    const QDateTime start = row.start.toTimeZone(m_zone);
    return {
        m_locale.toString(start.date(), QStringLiteral("ddd d MMM yyyy")),
        row.topic,
        row.courseCode,
        row.hostName.isEmpty() ? row.hostEmail : row.hostName,
        school::durationText(row.duration, m_locale),
        m_locale.toString(row.files.size()),
        m_locale.formattedDataSize(row.totalSizeBytes),
    };
}

Qt::Alignment RecordingListModel::alignment(int column) const
{
    return column >= Length ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace lectern::models
