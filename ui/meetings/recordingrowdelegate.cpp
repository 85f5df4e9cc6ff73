// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/recordingrowdelegate.h"

#include "models/recordinglistmodel.h"
#include "school/dateformat.h"
#include "school/meetingwords.h"
#include "ui/common/linkopener.h"
#include "ui/style/coursecolor.h"
#include "ui/style/tokens.h"

#include <QApplication>
#include <QUrl>

namespace lectern::ui {

namespace {

const store::RecordingRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const models::RecordingListModel *>(index.model());
    return model ? model->row(index) : nullptr;
}

bool isProcessing(const store::RecordingRow &row)
{
    return std::any_of(row.files.begin(), row.files.end(), [](const store::RecordingFileRow &file) {
        return file.status == store::RecordingFileRow::Status::Processing;
    });
}

} // namespace

RecordingRowDelegate::RecordingRowDelegate(LinkOpener &opener, QObject *parent)
    : RowDelegate(parent)
{
    const QDateTime widest(QDate(2026, 9, 30), QTime(20, 50), m_zone);
    setTimeSample(tr("%1, %2", "day, time")
            .arg(school::shortDayText(widest.date(), m_locale),
                m_locale.toString(widest.time(), QLocale::ShortFormat)));
    setDetailSample(tr("%1 · %2", "length, size")
            .arg(school::durationText(std::chrono::minutes(95), m_locale),
                m_locale.formattedDataSize(900'000'000)));
    connect(this, &RowDelegate::actionTriggered, this, [&opener](const QModelIndex &index) {
        if (const store::RecordingRow *row = rowOf(index))
            opener.open(QUrl(row->shareUrl));
    });
}

RowContent RecordingRowDelegate::content(const QModelIndex &index) const
{
    const store::RecordingRow *row = rowOf(index);
    if (!row)
        return {};
    RowContent content;
    const QDateTime start = row->start.toTimeZone(m_zone);
    content.time = tr("%1, %2", "day, time")
                       .arg(school::shortDayText(start.date(), m_locale),
                           school::timeText(row->start, m_zone, m_locale));
    const Scheme scheme = schemeOf(QApplication::palette());
    content.stripe =
        row->courseCode.isEmpty() ? colours(scheme).outline : courseColor(row->courseCode, scheme);
    content.primary = row->topic;
    content.secondary = row->hostName.isEmpty() ? row->hostEmail : row->hostName;
    if (isProcessing(*row))
        content.chips.append({ChipKind::Neutral, tr("being prepared by Zoom")});
    content.detail = tr("%1 · %2", "length, size")
                         .arg(school::durationText(row->duration, m_locale),
                             m_locale.formattedDataSize(row->totalSizeBytes));
    if (!row->shareUrl.isEmpty())
        content.action = tr("Watch");
    return content;
}

} // namespace lectern::ui
