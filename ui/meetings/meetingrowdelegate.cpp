// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingrowdelegate.h"

#include "models/meetingrowsmodel.h"
#include "school/dateformat.h"
#include "school/meetingwords.h"
#include "ui/common/entrycontroller.h"
#include "ui/style/coursecolor.h"
#include "ui/style/tokens.h"
#include "ui/widgets/rowlistview.h"

#include <QApplication>

namespace lectern::ui {

namespace {

const store::MeetingRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const models::MeetingRowsModel *>(index.model());
    return model ? model->row(index) : nullptr;
}

} // namespace

MeetingRowDelegate::MeetingRowDelegate(
    EntryController &entry, When when, Belonging belonging, QObject *parent)
    : RowDelegate(parent)
    , m_entry(entry)
    , m_when(when)
    , m_belonging(belonging)
{
    store::MeetingRow widest;
    widest.start = QDateTime(QDate(2026, 9, 30), QTime(20, 50), m_zone).toUTC();
    widest.duration = std::chrono::minutes(95);
    setTimeSample(timeText(widest));
}

RowContent MeetingRowDelegate::content(const QModelIndex &index) const
{
    const store::MeetingRow *row = rowOf(index);
    if (!row)
        return {};
    RowContent content;
    content.time = timeText(*row);
    content.stripe = meetingStripe(*row, schemeOf(QApplication::palette()));
    content.primary = row->topic;
    content.secondary = m_belonging == Belonging::Shown ? meetingBelonging(*row) : row->hostName;
    content.chips = meetingChips(*row);
    content.detail = detailText(*row);
    content.action = m_entry.buttonText(*row);
    content.actionEnabled = !m_entry.isOpening(row->meeting);
    return content;
}

QString MeetingRowDelegate::timeText(const store::MeetingRow &row) const
{
    if (!row.start.isValid())
        return tr("Any time");
    const QString time = school::timeRangeText(row.start, row.duration, m_zone, m_locale);
    if (m_when == When::TimeOnly)
        return time;
    return tr("%1, %2", "day, time")
        .arg(school::shortDayText(row.start.toTimeZone(m_zone).date(), m_locale), time);
}

QString MeetingRowDelegate::detailText(const store::MeetingRow &row) const
{
    if (const QString presence = presenceText(row, m_locale); !presence.isEmpty())
        return presence;
    // No registration known may mean that Zoom was not asked yet; a list says only what it knows.
    if (row.settings.approval == school::Approval::NoRegistration || row.registrantsApproved == 0)
        return {};
    if (row.audience == 0)
        return tr("%n registered", nullptr, row.registrantsApproved);
    return tr("%1 of %2 registered")
        .arg(m_locale.toString(row.registrantsApproved), m_locale.toString(row.audience));
}

void MeetingRowDelegate::makeRoomForDetails(const models::MeetingRowsModel &rows)
{
    constexpr int enough = 200; // what a list shows at first tells how wide its columns are
    QString widest;
    for (int line = 0; line < std::min(rows.rowCount(), enough); ++line) {
        const store::MeetingRow *row = rows.known(line);
        const QString text = row ? detailText(*row) : QString();
        if (text.size() > widest.size())
            widest = text;
    }
    setDetailSample(widest);
}

MeetingRowDelegate *MeetingRowDelegate::install(
    RowListView *list, EntryController &entry, When when, Belonging belonging)
{
    auto *delegate = new MeetingRowDelegate(entry, when, belonging, list);
    list->setRowDelegate(delegate);
    connect(delegate, &RowDelegate::actionTriggered, list, [&entry](const QModelIndex &index) {
        if (const store::MeetingRow *row = rowOf(index))
            entry.perform(*row);
    });
    connect(&entry, &EntryController::changed, list, [list] { list->viewport()->update(); });
    const auto *rows = qobject_cast<const models::MeetingRowsModel *>(list->model());
    if (!rows)
        return delegate;
    const auto measure = [delegate, rows] { delegate->makeRoomForDetails(*rows); };
    connect(rows, &QAbstractItemModel::rowsInserted, delegate, measure);
    connect(rows, &QAbstractItemModel::rowsRemoved, delegate, measure);
    connect(rows, &QAbstractItemModel::dataChanged, delegate, measure);
    connect(rows, &QAbstractItemModel::layoutChanged, delegate, measure);
    measure();
    return delegate;
}

QString presenceText(const store::MeetingRow &row, const QLocale &locale)
{
    // Zoom tells who is in a running meeting through events; without them nobody knows, which is not nobody.
    if (row.status != school::MeetingStatus::Started || row.participantsHere == 0)
        return {};
    if (row.audience == 0)
        return MeetingRowDelegate::tr("%n here", nullptr, row.participantsHere);
    return MeetingRowDelegate::tr("%1 of %2 here")
        .arg(locale.toString(row.participantsHere), locale.toString(row.audience));
}

QList<ChipText> meetingChips(const store::MeetingRow &row)
{
    QList<ChipText> chips;
    if (row.status == school::MeetingStatus::Started)
        chips.append({ChipKind::Live, MeetingRowDelegate::tr("live")});
    if (row.isClosed)
        chips.append({ChipKind::Neutral, MeetingRowDelegate::tr("closed", "a meeting that lets nobody in")});
    switch (row.pending) {
    case store::PendingState::None:
        break;
    case store::PendingState::Waiting:
    case store::PendingState::Sending:
        chips.append({ChipKind::Neutral, MeetingRowDelegate::tr("not sent yet")});
        break;
    case store::PendingState::Failed:
        chips.append({ChipKind::Warning, MeetingRowDelegate::tr("Zoom refused a change")});
        break;
    case store::PendingState::Conflict:
        chips.append({ChipKind::Warning, MeetingRowDelegate::tr("changed on both sides")});
        break;
    }
    if (row.occurrencesLeft > 0)
        chips.append({ChipKind::Neutral, MeetingRowDelegate::tr("↻ %n left", nullptr, row.occurrencesLeft)});
    return chips;
}

QString meetingBelonging(const store::MeetingRow &row)
{
    switch (row.kind) {
    case school::MeetingKind::Course:
        return row.groupTitle.isEmpty()
            ? row.courseCode
            : MeetingRowDelegate::tr("%1, %2", "course, group").arg(row.courseCode, row.groupTitle);
    case school::MeetingKind::User:
        return row.standing.isHost || row.standing.teaches ? MeetingRowDelegate::tr("My meeting")
                                                           : row.ownerName;
    case school::MeetingKind::Global:
        return MeetingRowDelegate::tr("Everyone");
    }
    Q_UNREACHABLE();
}

QColor meetingStripe(const store::MeetingRow &row, Scheme scheme)
{
    return row.courseCode.isEmpty() ? colours(scheme).outline : courseColor(row.courseCode, scheme);
}

} // namespace lectern::ui
