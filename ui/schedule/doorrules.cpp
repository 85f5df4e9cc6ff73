// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/doorrules.h"

#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

DoorRules::DoorRules(QWidget *parent)
    : QWidget(parent)
    , m_hostFirst(new QRadioButton(tr("When the host has started")))
    , m_beforeHost(new QRadioButton(tr("Also before the host")))
    , m_waitingRoom(new QRadioButton(tr("One by one, from a waiting room")))
    , m_howEarly(new QComboBox)
    , m_why(new Label(QString(), TextRole::Small, Tone::Dim))
{
    setUpChoice();
    setUpLayout();
    m_hostFirst->setChecked(true);
    showParts();
}

void DoorRules::setUpChoice()
{
    m_hostFirst->setObjectName(u"hostFirst"_s);
    m_beforeHost->setObjectName(u"joinBeforeHost"_s);
    m_waitingRoom->setObjectName(u"waitingRoom"_s);
    m_howEarly->setObjectName(u"joinBeforeHostTime"_s);
    m_howEarly->setAccessibleName(tr("How long before the start"));
    m_howEarly->addItem(tr("at any time"), 0);
    for (const int minutes : {5, 10, 15})
        m_howEarly->addItem(tr("%n minute(s) before", nullptr, minutes), minutes);
    for (QRadioButton *button : {m_hostFirst, m_beforeHost, m_waitingRoom}) {
        connect(button, &QRadioButton::toggled, this, &DoorRules::showParts);
        connect(button, &QRadioButton::clicked, this, &DoorRules::edited);
    }
    connect(m_howEarly, &QComboBox::activated, this, &DoorRules::edited);
}

void DoorRules::setUpLayout()
{
    m_why->setWordWrap(true);
    auto *early = new QHBoxLayout;
    early->setSpacing(space::m);
    early->addWidget(m_beforeHost);
    early->addWidget(m_howEarly);
    early->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(new Label(tr("People come in"), TextRole::Small, Tone::Dim));
    column->addWidget(m_hostFirst);
    column->addLayout(early);
    column->addWidget(m_waitingRoom);
    column->addWidget(m_why);
}

void DoorRules::showParts()
{
    m_howEarly->setVisible(m_beforeHost->isChecked());
    m_why->setVisible(m_waitingRoom->isChecked());
    m_why->setText(
        tr("The host lets each person in, so nobody is in the meeting before the host: Zoom has either a "
           "waiting room or joining before the host."));
}

void DoorRules::setSettings(const school::MeetingSettings &settings)
{
    if (settings.waitingRoom)
        m_waitingRoom->setChecked(true);
    else
        (settings.joinBeforeHost ? m_beforeHost : m_hostFirst)->setChecked(true);
    const int index = m_howEarly->findData(static_cast<int>(settings.joinBeforeHostTime.count()));
    m_howEarly->setCurrentIndex(qMax(0, index));
}

void DoorRules::fill(school::MeetingSettings &settings) const
{
    settings.waitingRoom = m_waitingRoom->isChecked();
    settings.joinBeforeHost = m_beforeHost->isChecked();
    settings.joinBeforeHostTime = std::chrono::minutes(m_howEarly->currentData().toInt());
}

} // namespace lectern::ui
