// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storageerror.h"

#include <QCoreApplication>

namespace lectern::store {

namespace {

// SQLite's primary result codes, as its documentation fixes them for good.
enum SqliteCode {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};

class StorageText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::StorageError)
};

QString messageFor(int code)
{
    switch (code) {
    case Full:
        return StorageText::tr("The disk is full. Free some space; nothing that was saved before is lost.");
    case ReadOnlyFile:
    case Perm:
        return StorageText::tr(
            "Lectern may not write to its data file. Check the permissions of its folder.");
    case Busy:
    case Locked:
        return StorageText::tr(
            "Lectern's data file is in use by another program. Close that program and try again.");
    case Corrupt:
    case NotADatabase:
        return StorageText::tr(
            "Lectern's data file is damaged. It was left as it is; move it away or put a backup in its "
            "place, then start Lectern again.");
    case CantOpen:
        return StorageText::tr(
            "Lectern's data file cannot be opened. Check that its folder exists and may be read.");
    default:
        return StorageText::tr(
            "Lectern could not read or write its data file. Check the disk, then try again.");
    }
}

} // namespace

Error storageError(const QString &operation, const QSqlError &error)
{
    constexpr int primaryMask = 0xff;
    const int code = error.nativeErrorCode().toInt() & primaryMask;
    return Error{.code = ErrorCode::Storage,
        .message = messageFor(code),
        .detail = operation % u": " % error.text() % u" (" % error.nativeErrorCode() % u')'};
}

} // namespace lectern::store
