// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QRadioButton;

namespace lectern::ui {

class Label;

/// How people get in before and after the host comes. Zoom takes either a waiting room or joining before the
/// host, never both: so it is one choice of three.
class DoorRules : public QWidget
{
    Q_OBJECT

public:
    explicit DoorRules(QWidget *parent = nullptr);

    void setSettings(const school::MeetingSettings &settings);
    void fill(school::MeetingSettings &settings) const;

Q_SIGNALS:
    void edited();

private:
    void setUpChoice();
    void setUpLayout();
    void showParts();

    QRadioButton *m_hostFirst;
    QRadioButton *m_beforeHost;
    QRadioButton *m_waitingRoom;
    QComboBox *m_howEarly;
    Label *m_why;
};

} // namespace lectern::ui
