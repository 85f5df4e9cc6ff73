// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/notifysection.h"

#include "ui/settings/preferences.h"
#include "ui/style/tokens.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

NotifySection::NotifySection(Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    addSwitch(column, tr("A &class of mine has started"), u"notifyStarted"_s, Setting::NotifyStarted);
    addSwitch(column, tr("Somebody &waits to be let in"), u"notifyWaiting"_s, Setting::NotifyWaiting);
    addSwitch(column, tr("A &recording is ready"), u"notifyRecording"_s, Setting::NotifyRecording);
}

void NotifySection::addSwitch(QVBoxLayout *column, const QString &words, const QString &name, Setting setting)
{
    auto *box = new QCheckBox(words);
    box->setObjectName(name);
    box->setChecked(m_preferences.isOn(setting));
    connect(box, &QCheckBox::toggled, this, [this, setting](bool on) { m_preferences.set(setting, on); });
    column->addWidget(box);
}

} // namespace lectern::ui
