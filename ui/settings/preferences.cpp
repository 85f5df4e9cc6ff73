// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include <QDir>
#include <QFile>

namespace lectern::ui {

namespace {

/// The file with its permissions set before QSettings writes the first value into it.
QString privateFile(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("lectern.ini"));
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.close();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

} // namespace

Preferences::Preferences(const QString &profileFolder, QObject *parent)
    : QObject(parent)
    , m_file(privateFile(profileFolder), QSettings::IniFormat)
{
    m_file.setAtomicSyncRequired(true);
}

QString Preferences::text(Setting setting) const
{
    return value(setting).toString();
}

QByteArray Preferences::bytes(Setting setting) const
{
    return value(setting).toByteArray();
}

bool Preferences::isOn(Setting setting) const
{
    return value(setting).toBool();
}

QVariant Preferences::value(Setting setting) const
{
    const SettingInfo &info = infoOf(setting);
    return m_file.value(info.key, info.fallback);
}

void Preferences::set(Setting setting, const QVariant &value)
{
    if (this->value(setting) == value)
        return;
    m_file.setValue(infoOf(setting).key, value);
    Q_EMIT changed(setting);
}

} // namespace lectern::ui
