// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/csvexport.h"

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

QString quoted(QString cell)
{
    // Spreadsheets run what begins like this: https://owasp.org/www-community/attacks/CSV_Injection
    if (!cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()))
        cell.prepend(u'\'');
    const bool needsQuotes =
        cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r');
    return needsQuotes ? u'"' + cell.replace(u'"', u"\"\""_s) + u'"' : cell;
}

Result<void> write(const QString &path, const QList<QStringList> &table)
{
    QSaveFile file(path);
    bool isWritten = file.open(QIODevice::WriteOnly) && file.write("\xEF\xBB\xBF") == 3;
    for (qsizetype i = 0; isWritten && i < table.size(); ++i) {
        const QByteArray bytes = CsvExport::line(table.at(i));
        isWritten = file.write(bytes) == bytes.size();
    }
    if (isWritten && file.commit())
        return {};
    return failure(
        ErrorCode::Storage, Words::tr("The file could not be written: %1").arg(file.errorString()), path);
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
    promise->future().then(context, std::move(done));
    QThreadPool::globalInstance()->start([promise, path, table] {
        promise->addResult(write(path, table));
        promise->finish();
    });
}

} // namespace lectern::ui
