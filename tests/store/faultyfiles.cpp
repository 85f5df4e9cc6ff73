// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyfiles.h"

#include <sqlite3.h>

#include <limits>

namespace lectern::store::test {

namespace {

constexpr int never = std::numeric_limits<int>::max();

struct Faults
{
    int good = never;
    int seen = 0;
    bool failed = false;
    FaultyFiles::Then then = FaultyFiles::Then::WorkAgain;
};

Faults faults;
sqlite3_vfs *realFiles = nullptr;

bool fails()
{
    const int access = faults.seen++;
    const bool isBroken = faults.then == FaultyFiles::Then::StayBroken && access > faults.good;
    faults.failed = faults.failed || access == faults.good;
    return access == faults.good || isBroken;
}

/// What SQLite allocates for a file of ours; the real one lies behind it.
struct File
{
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

const sqlite3_io_methods &methodsOf(sqlite3_file *file)
{
    return *realOf(file)->pMethods;
}

int closeFile(sqlite3_file *file)
{
    return methodsOf(file).xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    return fails() ? SQLITE_IOERR_READ : methodsOf(file).xRead(realOf(file), to, size, offset);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    return fails() ? SQLITE_FULL : methodsOf(file).xWrite(realOf(file), from, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return fails() ? SQLITE_IOERR_TRUNCATE : methodsOf(file).xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    return fails() ? SQLITE_IOERR_FSYNC : methodsOf(file).xSync(realOf(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return fails() ? SQLITE_IOERR_FSTAT : methodsOf(file).xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int lock)
{
    return methodsOf(file).xLock(realOf(file), lock);
}

int unlockFile(sqlite3_file *file, int lock)
{
    return methodsOf(file).xUnlock(realOf(file), lock);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return methodsOf(file).xCheckReservedLock(realOf(file), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return methodsOf(file).xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return methodsOf(file).xSectorSize(realOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return methodsOf(file).xDeviceCharacteristics(realOf(file));
}

int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return fails() ? SQLITE_IOERR_SHMMAP
                   : methodsOf(file).xShmMap(realOf(file), region, size, extend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return methodsOf(file).xShmLock(realOf(file), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    methodsOf(file).xShmBarrier(realOf(file));
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return methodsOf(file).xShmUnmap(realOf(file), remove);
}

/// Version 2 has no memory mapping: every page is read through readFile().
constexpr sqlite3_io_methods fileMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize,
    lockFile, unlockFile, checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap, shmLock,
    shmBarrier, shmUnmap, nullptr, nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *ours = reinterpret_cast<File *>(file);
    ours->base.pMethods = nullptr;
    ours->real = reinterpret_cast<sqlite3_file *>(ours + 1);
    if (fails())
        return SQLITE_CANTOPEN;
    const int result = realFiles->xOpen(realFiles, name, ours->real, flags, outFlags);
    if (result == SQLITE_OK)
        ours->base.pMethods = &fileMethods;
    return result;
}

sqlite3_vfs faultyFiles()
{
    sqlite3_vfs vfs = *realFiles;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + realFiles->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = "lectern-faulty";
    vfs.xOpen = openFile;
    return vfs;
}

sqlite3_vfs registered;

} // namespace

FaultyFiles::FaultyFiles()
{
    faults = {};
    realFiles = sqlite3_vfs_find(nullptr);
    registered = faultyFiles();
    sqlite3_vfs_register(&registered, 1);
}

FaultyFiles::~FaultyFiles()
{
    sqlite3_vfs_unregister(&registered);
    sqlite3_vfs_register(realFiles, 1);
}

void FaultyFiles::failAfter(int good, Then then)
{
    faults = {.good = good, .then = then};
}

void FaultyFiles::heal()
{
    faults.good = never;
    faults.then = Then::WorkAgain;
}

bool FaultyFiles::hasFailed() const
{
    return faults.failed;
}

int FaultyFiles::accesses() const
{
    return faults.seen;
}

} // namespace lectern::store::test
