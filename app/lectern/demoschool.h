// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "sync/account.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QThread>
#include <QUrl>

#include <memory>

namespace lectern::app {

/// What a demo needs to know of the school that runs beside it.
struct DemoSchoolReady
{
    sync::Account account;
    Secret secret;
    /// The school's people and courses, as OneRoster CSV: file name → content.
    QHash<QString, QByteArray> roster;
    /// Base of the sandbox's control interface, such as http://127.0.0.1:8123/sandbox.
    QUrl control;
    /// An administrator's invitation to the school's relay, or why it does not run; the school does.
    Result<QUrl> invitation = QUrl();
};

/// Runs lectern-sandbox with the demo school as a child process, which ends with this object. The process and
/// the network are handled on a thread of their own.
class DemoSchool : public QObject
{
    Q_OBJECT

public:
    struct Setting
    {
        quint32 seed = 1;
        /// Extra arguments for the sandbox, such as --still.
        QStringList arguments;
    };

    explicit DemoSchool(Setting setting, QObject *parent = nullptr);
    ~DemoSchool() override;

    /// Finishes once the school accepts connections and its roster was read. Called once.
    QFuture<Result<DemoSchoolReady>> start();

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker; ///< lives, and is deleted, on m_thread
};

} // namespace lectern::app
