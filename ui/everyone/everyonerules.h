// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hostlistmodel.h"
#include "store/globalmeetingrepository.h"
#include "ui/common/services.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace lectern::ui {

class Banner;

/// Whether the school has a meeting for everyone, who hosts it and who may enter; saved with one button.
class EveryoneRules : public Card
{
    Q_OBJECT

public:
    explicit EveryoneRules(const Services &services, QWidget *parent = nullptr);

    /// What is stored; what a person is typing is left alone.
    void setRules(const store::GlobalMeetingRow &rules);

private:
    void setUp();
    void showRules();
    void onEdited();
    void save();
    void saved(const Result<void> &outcome);

    Services m_services;
    models::HostListModel m_hosts;
    store::GlobalMeetingRow m_stored;
    bool m_isEdited = false;
    QCheckBox *m_enabled;
    QLineEdit *m_topic;
    QComboBox *m_audience;
    QComboBox *m_host;
    QPushButton *m_save;
    Banner *m_problem;
};

} // namespace lectern::ui
