// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"

#include <QWidget>

class QVBoxLayout;

namespace lectern::ui {

class Preferences;

/// In the settings: which news the desktop shows.
class NotifySection : public QWidget
{
    Q_OBJECT

public:
    explicit NotifySection(Preferences &preferences, QWidget *parent = nullptr);

private:
    void addSwitch(QVBoxLayout *column, const QString &words, const QString &name, Setting setting);

    Preferences &m_preferences;
};

} // namespace lectern::ui
