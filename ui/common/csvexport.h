// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

namespace lectern::ui {

/// Tables as CSV files (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the accents).
class CsvExport
{
public:
    /// One line, with its end. A cell that a spreadsheet would take for a formula gets a leading apostrophe.
    [[nodiscard]] static QByteArray line(const QStringList &cells);

    /// Writes the whole file, or nothing, off the GUI thread; `done` is called on it, unless `context` is
    /// gone.
    static void save(const QString &path, const QList<QStringList> &table, QObject *context,
        std::function<void(const Result<void> &)> done);
};

} // namespace lectern::ui
