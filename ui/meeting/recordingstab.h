// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordinglistmodel.h"
#include "ui/common/services.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace lectern::ui {

/// The recordings of a meeting: a card for each past instance, with its files.
class RecordingsTab : public QWidget
{
    Q_OBJECT

public:
    RecordingsTab(const Services &services, MeetingId meeting, QWidget *parent = nullptr);

Q_SIGNALS:
    void countChanged(int recordings);

private:
    void showRecordings();
    [[nodiscard]] QWidget *makeCard(const store::RecordingRow &recording);
    [[nodiscard]] QWidget *makeFileLine(const store::RecordingFileRow &file);

    Services m_services;
    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    models::RecordingListModel m_recordings;
    QVBoxLayout *m_cards;
    QStackedWidget *m_stack;
};

} // namespace lectern::ui
