// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rows.h"
#include "ui/widgets/card.h"

#include <QLocale>
#include <QTimeZone>

class QPushButton;

namespace lectern::ui {

class Chip;
class ElidedLabel;
class EntryController;
class Label;

/// A meeting that is on now or comes next: what it is, how long until or since when, and the button a person
/// came for.
class MeetingCard : public Card
{
    Q_OBJECT

public:
    enum class Moment { Now, Next };

    explicit MeetingCard(EntryController &entry, QWidget *parent = nullptr);

    void setMeeting(const store::MeetingRow &row, Moment moment, const QDateTime &now);
    [[nodiscard]] const store::MeetingRow &meeting() const { return m_row; }
    /// True when the button is drawn as the page's primary action.
    [[nodiscard]] bool isUrgent() const;

Q_SIGNALS:
    void opened(lectern::MeetingId meeting);

private:
    void setUp();
    void showFacts();
    void showEntry();
    [[nodiscard]] QString chipText() const;
    [[nodiscard]] QString sideText() const;

    EntryController &m_entry;
    store::MeetingRow m_row;
    Moment m_moment = Moment::Now;
    QDateTime m_now;
    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Chip *m_chip;
    Label *m_time;
    ElidedLabel *m_topic;
    ElidedLabel *m_belonging;
    QPushButton *m_button;
    QPushButton *m_details;
    ElidedLabel *m_reason;
    Label *m_side;
};

} // namespace lectern::ui
