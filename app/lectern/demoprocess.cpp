// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoprocess.h"

#include <QCoreApplication>
#include <QDir>

namespace lectern::app {

namespace {

constexpr int endingMs = 2000;
constexpr int killingMs = 1000;
constexpr qsizetype longestDetail = 2000;

} // namespace

DemoProcess::DemoProcess(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(QDir(QCoreApplication::applicationDirPath()).filePath(program))
    , m_process(this)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoProcess::readAnnouncement);
    connect(&m_process, &QProcess::errorOccurred, this, [this] { Q_EMIT failed(m_process.errorString()); });
    connect(&m_process, &QProcess::finished, this,
        [this] { Q_EMIT failed(QString::fromUtf8(m_process.readAllStandardError()).right(longestDetail)); });
}

DemoProcess::~DemoProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(endingMs))
        m_process.kill();
    m_process.waitForFinished(killingMs);
}

void DemoProcess::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void DemoProcess::start(const QStringList &arguments)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start(m_program, arguments);
}

void DemoProcess::readAnnouncement()
{
    if (m_isAnnounced || !m_process.canReadLine())
        return;
    m_isAnnounced = true;
    Q_EMIT announced(m_process.readLine());
}

} // namespace lectern::app
