// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/csvexport.h"

#include "core/whendone.h"
#include "models/storereader.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::CsvExport)
};

/// Spreadsheets run what begins like this: https://owasp.org/www-community/attacks/CSV_Injection
bool looksLikeFormula(const QString &cell)
{
    static const QString leads = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s;
    const QString trimmed = cell.trimmed();
    return !cell.isEmpty()
        && (leads.contains(cell.front()) || (!trimmed.isEmpty() && leads.contains(trimmed.front())));
}

QString quoted(QString cell)
{
    if (looksLikeFormula(cell))
        cell.prepend(u'\'');
    const bool needsQuotes =
        cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r');
    return needsQuotes ? u'"' + cell.replace(u'"', u"\"\""_s) + u'"' : cell;
}

/// A file that is there once it is whole. After the first failure nothing more is tried, and finish() tells.
class CsvFile
{
public:
    explicit CsvFile(const QString &path)
        : m_file(path)
        , m_isFine(m_file.open(QIODevice::WriteOnly) && m_file.write("\xEF\xBB\xBF") == 3)
    { }

    bool write(const QStringList &cells)
    {
        const QByteArray bytes = CsvExport::line(cells);
        m_isFine = m_isFine && m_file.write(bytes) == bytes.size();
        return m_isFine;
    }

    Result<void> finish()
    {
        if (m_isFine && m_file.commit())
            return {};
        return failure(ErrorCode::Storage,
            Words::tr("The file could not be written: %1").arg(m_file.errorString()), m_file.fileName());
    }

private:
    QSaveFile m_file;
    bool m_isFine;
};

Result<void> write(const QString &path, const QList<QStringList> &table)
{
    CsvFile file(path);
    for (qsizetype i = 0; i < table.size() && file.write(table.at(i)); ++i) { }
    return file.finish();
}

/// Without finish(), the file is dropped.
Result<int> writePages(const CsvExport::Job &job, store::Database &database)
{
    CsvFile file(job.path);
    bool isFine = file.write(job.titles);
    int written = 0;
    while (isFine) {
        if (job.stop.stop_requested())
            return failure(ErrorCode::Cancelled, Words::tr("The file was not written."));
        const auto page = job.page(database, written);
        if (!page)
            return std::unexpected(page.error());
        if (page->isEmpty())
            break;
        for (const QStringList &cells : *page)
            isFine = isFine && file.write(cells);
        written += static_cast<int>(page->size());
    }
    if (const auto finished = file.finish(); !finished)
        return std::unexpected(finished.error());
    return written;
}

} // namespace

QByteArray CsvExport::line(const QStringList &cells)
{
    QStringList all;
    for (const QString &cell : cells)
        all.append(quoted(cell));
    return all.join(u',').toUtf8() + "\r\n";
}

void CsvExport::save(const QString &path, const QList<QStringList> &table, QObject *context,
    std::function<void(const Result<void> &)> done)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenDone(promise->future(), context, std::move(done));
    QThreadPool::globalInstance()->start([promise, path, table] {
        promise->addResult(write(path, table));
        promise->finish();
    });
}

void CsvExport::savePages(models::StoreReader &reader, const Job &job, QObject *context,
    std::function<void(const Result<int> &)> done)
{
    reader.readAside(
        context,
        [job](store::Database &database) {
            return database.transaction([&] { return writePages(job, database); });
        },
        std::move(done));
}

} // namespace lectern::ui
