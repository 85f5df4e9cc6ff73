// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"

#include <QObject>
#include <QSettings>

namespace lectern::ui {

/// The settings of one profile, in a file of its own that only its owner can read. Writes are gathered by
/// QSettings and reach the disk a moment later, so that nothing waits for them.
class Preferences : public QObject
{
    Q_OBJECT

public:
    explicit Preferences(const QString &profileFolder, QObject *parent = nullptr);

    [[nodiscard]] QString text(Setting setting) const;
    [[nodiscard]] QByteArray bytes(Setting setting) const;
    [[nodiscard]] bool isOn(Setting setting) const;
    void set(Setting setting, const QVariant &value);

Q_SIGNALS:
    void changed(lectern::Setting setting);

private:
    [[nodiscard]] QVariant value(Setting setting) const;

    QSettings m_file;
};

} // namespace lectern::ui
