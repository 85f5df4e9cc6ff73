// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace lectern::app {

/// One of Lectern's own server programs as a child: found beside this program, told to end with it, and heard
/// of by the first line it says. Lives on the thread of the demo school.
class DemoProcess : public QObject
{
    Q_OBJECT

public:
    explicit DemoProcess(const QString &program, QObject *parent = nullptr);
    /// Ends the process, and waits for it.
    ~DemoProcess() override;

    /// Added to this program's own environment; where secrets go.
    void setVariable(const QString &name, const QString &value);
    void start(const QStringList &arguments);

Q_SIGNALS:
    void announced(const QByteArray &line);
    /// It could not be started, or ended; with what it said.
    void failed(const QString &detail);

private:
    void readAnnouncement();

    QString m_program;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_process;
    bool m_isAnnounced = false;
};

} // namespace lectern::app
