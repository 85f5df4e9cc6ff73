// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/recordingstab.h"

#include "school/meetingwords.h"
#include "ui/common/linkopener.h"
#include "ui/common/notices.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

/// Zoom's file types in words; an unknown one is shown as Zoom calls it.
QString fileWords(const store::RecordingFileRow &file)
{
    static const QHash<QString, const char *> words{
        {u"MP4"_s, QT_TRANSLATE_NOOP("lectern::ui::RecordingsTab", "Video")},
        {u"M4A"_s, QT_TRANSLATE_NOOP("lectern::ui::RecordingsTab", "Sound only")},
        {u"TRANSCRIPT"_s, QT_TRANSLATE_NOOP("lectern::ui::RecordingsTab", "Transcript")},
        {u"CC"_s, QT_TRANSLATE_NOOP("lectern::ui::RecordingsTab", "Captions")},
        {u"CHAT"_s, QT_TRANSLATE_NOOP("lectern::ui::RecordingsTab", "Chat")},
        {u"SUMMARY"_s, QT_TRANSLATE_NOOP("lectern::ui::RecordingsTab", "Summary")},
        {u"TIMELINE"_s, QT_TRANSLATE_NOOP("lectern::ui::RecordingsTab", "Timeline")},
    };
    const char *word = words.value(file.fileType, nullptr);
    return word ? RecordingsTab::tr(word) : file.fileType;
}

} // namespace

RecordingsTab::RecordingsTab(const Services &services, MeetingId meeting, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_recordings(services.reader, m_locale, m_zone)
    , m_cards(new QVBoxLayout)
    , m_stack(new QStackedWidget)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(space::m);
    column->addLayout(m_cards);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_stack->addWidget(scroll);
    m_stack->addWidget(new EmptyState(themedIcon(u"camera-video"_s), tr("No recordings"),
        tr("Zoom can take up to a day to make a cloud recording ready.")));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, space::m, 0, 0);
    whole->addWidget(m_stack);
    connect(&m_recordings, &models::RecordingListModel::loaded, this, &RecordingsTab::showRecordings);
    connect(&m_recordings, &models::RecordingListModel::failed, &services.notices, &Notices::fail);
    store::RecordingQuery query;
    query.meeting = meeting;
    m_recordings.setQuery(query);
}

void RecordingsTab::showRecordings()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int line = 0; line < m_recordings.rowCount(); ++line)
        m_cards->addWidget(makeCard(m_recordings.rowAt(line)));
    m_stack->setCurrentIndex(m_recordings.rowCount() == 0 ? 1 : 0);
    Q_EMIT countChanged(m_recordings.rowCount());
}

QWidget *RecordingsTab::makeCard(const store::RecordingRow &recording)
{
    auto *card = new Card;
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    const QDate day = recording.start.toTimeZone(m_zone).date();
    head->addWidget(new Label(m_locale.toString(day, QLocale::LongFormat), TextRole::Section));
    head->addWidget(new Label(tr("%1 · %2 · %3", "time, length, size")
                                  .arg(school::timeText(recording.start, m_zone, m_locale),
                                      school::durationText(recording.duration, m_locale),
                                      m_locale.formattedDataSize(recording.totalSizeBytes)),
        TextRole::Body, Tone::Dim));
    head->addStretch(1);
    if (!recording.shareUrl.isEmpty()) {
        auto *watch = new QPushButton(tr("Watch"));
        watch->setAccessibleDescription(recording.topic);
        connect(watch, &QPushButton::clicked, this,
            [this, url = QUrl(recording.shareUrl)] { m_services.opener.open(url); });
        head->addWidget(watch);
    }
    card->body()->setSpacing(space::s);
    card->body()->addLayout(head);
    for (const store::RecordingFileRow &file : recording.files)
        card->body()->addWidget(makeFileLine(file));
    return card;
}

QWidget *RecordingsTab::makeFileLine(const store::RecordingFileRow &file)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(new Label(fileWords(file)), 1);
    if (file.status == store::RecordingFileRow::Status::Processing)
        row->addWidget(new Chip(ChipKind::Neutral, tr("being prepared by Zoom")));
    if (file.sizeBytes > 0)
        row->addWidget(new Label(m_locale.formattedDataSize(file.sizeBytes), TextRole::Body, Tone::Dim));
    return line;
}

} // namespace lectern::ui
