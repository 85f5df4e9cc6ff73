// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rosterfolder.h"

#include "core/whendone.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

using Files = QHash<QString, QByteArray>;

/// A roster of 100,000 people stays well below.
constexpr qint64 maxFileSize = 64 * 1024 * 1024;

Result<Files> readFolder(const QString &folder)
{
    Files files;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({u"*.csv"_s}, QDir::Files | QDir::Readable)) {
        QFile file(directory.filePath(name));
        if (file.size() > maxFileSize)
            return failure(ErrorCode::Invalid, RosterFolder::tr("%1 is too large to be a roster.").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            return failure(
                ErrorCode::Storage, RosterFolder::tr("%1 cannot be read: %2").arg(name, file.errorString()));
        files.insert(name, file.readAll());
    }
    if (files.isEmpty())
        return failure(ErrorCode::Invalid,
            RosterFolder::tr("There are no CSV files in %1.").arg(QDir::toNativeSeparators(folder)));
    return files;
}

} // namespace

RosterFolder::RosterFolder(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{ }

void RosterFolder::start()
{
    auto promise = std::make_shared<QPromise<Result<Files>>>();
    promise->start();
    whenDone(promise->future(), this, [this](const Result<Files> &files) {
        Q_EMIT read(files);
        deleteLater();
    });
    QThreadPool::globalInstance()->start([promise, folder = m_folder] {
        promise->addResult(readFolder(folder));
        promise->finish();
    });
}

} // namespace lectern::ui
