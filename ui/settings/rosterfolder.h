// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QHash>
#include <QObject>

namespace lectern::ui {

/// Reads the CSV files of a folder off the GUI thread, then deletes itself.
class RosterFolder : public QObject
{
    Q_OBJECT

public:
    explicit RosterFolder(QString folder, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void read(const lectern::Result<QHash<QString, QByteArray>> &files);

private:
    QString m_folder;
};

} // namespace lectern::ui
