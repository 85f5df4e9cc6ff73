// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordings/recordingcsv.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

constexpr int pageSize = 1000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::RecordingCsv)
};

} // namespace

QStringList recordingCsvTitles()
{
    return {Words::tr("Day"), Words::tr("Time"), Words::tr("Time zone"), Words::tr("Length (minutes)"),
        Words::tr("Topic"), Words::tr("Course"), Words::tr("Host"), Words::tr("Host's e-mail"),
        Words::tr("Files"), Words::tr("Size (bytes)"), Words::tr("Link")};
}

QStringList recordingCsvCells(const store::RecordingRow &row, const QTimeZone &zone)
{
    const QDateTime start = row.start.toTimeZone(zone);
    return {
        start.date().toString(Qt::ISODate),
        start.time().toString(u"HH:mm"_s),
        QString::fromUtf8(zone.id()),
        QString::number(row.duration.count()),
        row.topic,
        row.courseCode,
        row.hostName,
        row.hostEmail,
        QString::number(row.files.size()),
        QString::number(row.totalSizeBytes),
        row.shareUrl,
    };
}

CsvExport::Page recordingCsvPages(const store::RecordingQuery &query, const QTimeZone &zone)
{
    return [query, zone](store::Database &database, int offset) -> Result<QList<QStringList>> {
        store::RecordingQuery page = query;
        page.offset = offset;
        page.limit = pageSize;
        const auto rows = store::RecordingRepository(database).list(page);
        if (!rows)
            return std::unexpected(rows.error());
        QList<QStringList> lines;
        for (const store::RecordingRow &row : *rows)
            lines.append(recordingCsvCells(row, zone));
        return lines;
    };
}

} // namespace lectern::ui
