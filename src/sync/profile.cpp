// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::Profile)
};

} // namespace

Profile::Profile(QString folder)
    : m_folder(std::move(folder))
{ }

QString Profile::databasePath() const
{
    return QDir(m_folder).filePath(u"lectern.db"_s);
}

QString Profile::lockPath() const
{
    return QDir(m_folder).filePath(u"engine.lock"_s);
}

Result<void> Profile::create() const
{
    if (QFileInfo(m_folder).isDir())
        return {};
    const bool made = QDir().mkpath(m_folder)
        && QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (made)
        return {};
    return failure(ErrorCode::Storage,
        Words::tr("Lectern cannot make its folder %1. Check that you may write there.")
            .arg(QDir::toNativeSeparators(m_folder)));
}

} // namespace lectern::sync
