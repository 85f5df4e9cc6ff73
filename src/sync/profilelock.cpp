// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profilelock.h"

#include <QCoreApplication>

#include <chrono>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::ProfileLock)
};

} // namespace

ProfileLock::ProfileLock(const Profile &profile)
    : m_file(profile.lockPath())
{
    // A holder is gone only when its process is; the age of the file says nothing.
    m_file.setStaleLockTime(0);
}

Result<void> ProfileLock::acquire()
{
    if (m_file.tryLock())
        return {};
    if (m_file.error() == QLockFile::LockFailedError)
        return failure(ErrorCode::Storage,
            Words::tr("%1 is working on this school's data. Close it, then try again.").arg(holder()));
    return failure(ErrorCode::Storage,
        Words::tr("Lectern may not write to the folder of this school's data. Check its permissions."),
        m_file.fileName());
}

void ProfileLock::release()
{
    m_file.unlock();
}

QString ProfileLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_file.getLockInfo(&process, &host, &program))
        return Words::tr("Another program");
    return Words::tr("%1 (process %2 on %3)").arg(program, QString::number(process), host);
}

} // namespace lectern::sync
