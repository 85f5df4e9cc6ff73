// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QObject>
#include <QString>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace lectern::ui {

/// Light or dark: what the person chose, else what the desktop says, else what its palette looked like
/// when the program began. The desktop is asked over D-Bus without waiting for it.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    /// Give the scheme of the platform's own palette, read before Lectern sets another.
    explicit ColorScheme(Scheme platform, QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    Scheme scheme() const;

    /// Begins to follow the desktop's settings portal, where a session bus runs.
    void followDesktop();

Q_SIGNALS:
    void changed(lectern::ui::Scheme scheme);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void onAnswer(QDBusPendingCallWatcher *call);
    void setDesktop(Scheme scheme);
    void update(Scheme before);

    Scheme m_desktop;
    Choice m_choice = Choice::System;
};

} // namespace lectern::ui
