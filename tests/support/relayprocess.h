// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/announcement.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace lectern::test {

/// A lectern-relay of the test's own, with its log in a folder that outlives a kill; ends with the test,
/// which has to depend on the program being built.
class RelayProcess
{
public:
    explicit RelayProcess(const zoom::Announcement &zoom);
    ~RelayProcess();
    Q_DISABLE_COPY_MOVE(RelayProcess)

    /// On a free port the first time, on the same one later.
    [[nodiscard]] bool start();
    /// As -9 does.
    void kill();
    /// The link by which this person gets in; empty when that failed.
    [[nodiscard]] QUrl invite(const QString &email, const QString &role, const QString &name) const;
    [[nodiscard]] QUrl url() const { return m_url; }
    /// Where Zoom sends events.
    [[nodiscard]] QString webhook() const;

private:
    [[nodiscard]] QProcessEnvironment environment() const;

    zoom::Announcement m_zoom;
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
};

} // namespace lectern::test
