// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/oneroster.h"

#include "roster/rosterfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace lectern::roster {

namespace {

struct FolderText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::roster::OneRoster)
};

Result<QByteArray> load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Storage, FolderText::tr("“%1” could not be read.").arg(path), file.errorString());
    // One byte more than allowed, so that the reader sees that there is more.
    const QByteArray bytes = file.read(maxFileSize + 1);
    if (file.error() != QFile::NoError)
        return failure(
            ErrorCode::Storage, FolderText::tr("“%1” could not be read.").arg(path), file.errorString());
    return bytes;
}

} // namespace

Result<QHash<QString, QByteArray>> loadOneRosterFolder(const QString &path)
{
    const QDir folder(path);
    if (path.isEmpty() || !folder.exists())
        return failure(ErrorCode::Storage,
            FolderText::tr("There is no folder “%1”. Choose the folder that holds manifest.csv.").arg(path));
    QHash<QString, QByteArray> files;
    for (const QString &name : oneRosterFileNames()) {
        if (!folder.exists(name))
            continue; // the reader names all that are missing
        const Result<QByteArray> bytes = load(folder.filePath(name));
        if (!bytes)
            return std::unexpected(bytes.error());
        files.insert(name, *bytes);
    }
    return files;
}

} // namespace lectern::roster
