// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/all/meetingcsv.h"

#include "school/meetingwords.h"
#include "store/meetinglistrepository.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

constexpr int pageSize = 2000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::MeetingCsv)
};

} // namespace

QStringList meetingCsvTitles()
{
    return {Words::tr("Day"), Words::tr("Time"), Words::tr("Time zone"), Words::tr("Length (minutes)"),
        Words::tr("Topic"), Words::tr("Course"), Words::tr("Course title"), Words::tr("Session"),
        Words::tr("Group"), Words::tr("Owner"), Words::tr("Host"), Words::tr("Host's e-mail"),
        Words::tr("Kind"), Words::tr("Status"), Words::tr("Registered"), Words::tr("Learners"),
        Words::tr("Zoom number")};
}

QStringList meetingCsvCells(const store::MeetingRow &row, const QTimeZone &zone)
{
    const bool isTimed = row.start.isValid();
    const QDateTime start = isTimed ? row.start.toTimeZone(zone) : QDateTime();
    return {
        isTimed ? start.date().toString(Qt::ISODate) : QString(),
        isTimed ? start.time().toString(u"HH:mm"_s) : QString(),
        isTimed ? QString::fromUtf8(zone.id()) : QString(),
        isTimed ? QString::number(row.duration.count()) : QString(),
        row.topic,
        row.courseCode,
        row.courseTitle,
        row.sessionTitle,
        row.groupTitle,
        row.ownerName,
        row.hostName,
        row.hostEmail,
        school::kindName(row.kind),
        school::statusName(row.status),
        row.settings.approval == school::Approval::NoRegistration ? QString()
                                                                  : QString::number(row.registrantsApproved),
        QString::number(row.audience),
        row.zoomId == 0 ? QString() : QString::number(row.zoomId),
    };
}

CsvExport::Page meetingCsvPages(const store::MeetingQuery &query, const Clock &clock, const QTimeZone &zone)
{
    return [query, &clock, zone](store::Database &database, int offset) -> Result<QList<QStringList>> {
        store::MeetingQuery page = query;
        page.offset = offset;
        page.limit = pageSize;
        const auto rows = store::MeetingListRepository(database, clock).list(page);
        if (!rows)
            return std::unexpected(rows.error());
        QList<QStringList> lines;
        lines.reserve(rows->size());
        for (const store::MeetingRow &row : *rows)
            lines.append(meetingCsvCells(row, zone));
        return lines;
    };
}

} // namespace lectern::ui
