// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <chrono>

namespace lectern::app {

/// One window for a profile: a second start of the program hands what it was given to the first, and ends.
/// What is handed over is one line, a link or nothing; only programs of the same user can do it.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profileFolder, QObject *parent = nullptr);

    /// Whether a running window took it. Waits for it, no longer than `patience`: there is no window yet that
    /// could freeze.
    [[nodiscard]] bool handOver(const QString &link, std::chrono::milliseconds patience) const;
    /// From now on others hand over to this one. A socket that a crash left behind is replaced; call it when
    /// the profile is ours.
    bool listen();

Q_SIGNALS:
    /// Somebody started the program again; the link is empty when they gave none.
    void startedAgain(const QString &link);

private:
    void onConnection();

    QString m_name;
    QLocalServer m_server;
};

} // namespace lectern::app
