// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace lectern::models {
class StoreReader;
}

namespace lectern::store {
class Database;
}

namespace lectern::ui {

/// Tables as CSV files (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the accents). A
/// file is written whole or not at all, off the GUI thread.
class CsvExport
{
public:
    /// One line, with its end. A cell that a spreadsheet would take for a formula gets a leading apostrophe.
    [[nodiscard]] static QByteArray line(const QStringList &cells);

    /// Writes a table that is in memory; `done` is called on the GUI thread, unless `context` is gone.
    static void save(const QString &path, const QList<QStringList> &table, QObject *context,
        std::function<void(const Result<void> &)> done);

    /// The next lines of a table, from the store, beginning at line `offset`; none: there are no more. Called
    /// on a thread of its own, with every call seeing the same moment of the store.
    using Page = std::function<Result<QList<QStringList>>(store::Database &, int offset)>;

    /// What to write where. `stop` ends the writing early; no file is left then.
    struct Job
    {
        QString path;
        QStringList titles;
        Page page;
        std::stop_token stop;
    };

    /// Writes a table that is as long as the store makes it, a page at a time. `done` gets the count of lines
    /// below the titles, on the GUI thread, unless `context` is gone.
    static void savePages(models::StoreReader &reader, const Job &job, QObject *context,
        std::function<void(const Result<int> &)> done);
};

} // namespace lectern::ui
