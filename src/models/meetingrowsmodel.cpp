// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/meetingrowsmodel.h"

#include "school/dateformat.h"
#include "school/meetingwords.h"

namespace lectern::models {

namespace {

QString registeredText(const store::MeetingRow &row, const QLocale &locale)
{
    if (row.settings.approval == school::Approval::NoRegistration)
        return QStringLiteral("–");
    const QString registered = locale.toString(row.registrantsApproved);
    return row.audience == 0
        ? registered
        : MeetingRowsModel::tr("%1 of %2").arg(registered, locale.toString(row.audience));
}

} // namespace

MeetingRowsModel::MeetingRowsModel(const QLocale &locale, const QTimeZone &zone, QObject *parent)
    : RowTableModel(parent)
    , m_locale(locale)
    , m_zone(zone)
{ }

QString MeetingRowsModel::keyOf(const store::MeetingRow &row) const
{
    return QString::number(row.meeting.value) + u'/' + row.occurrenceId;
}

QStringList MeetingRowsModel::columnTitles() const
{
    return {tr("Day"), tr("Time"), tr("Topic"), tr("For"), tr("Host"), tr("Kind"), tr("Status"), tr("Length"),
        tr("Registered")};
}

QStringList MeetingRowsModel::textsOf(const store::MeetingRow &row) const
{
    const QDateTime start = row.start.toTimeZone(m_zone);
    const bool isTimed = row.start.isValid();
    const QString registered = registeredText(row, m_locale);
    return {
        isTimed ? school::shortDateText(start.date(), m_locale) : tr("Any time"),
        isTimed ? school::timeText(row.start, m_zone, m_locale) : QString(),
        row.topic,
        row.courseCode.isEmpty() ? row.ownerName : row.courseCode,
        row.hostName.isEmpty() ? row.hostEmail : row.hostName,
        school::kindName(row.kind),
        school::statusName(row.status),
        isTimed ? school::durationText(row.duration, m_locale) : QString(),
        registered,
    };
}

Qt::Alignment MeetingRowsModel::alignment(int column) const
{
    return column == Time || column == Duration || column == Registered ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace lectern::models
