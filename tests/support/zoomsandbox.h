// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/announcement.h"
#include "zoom/s2scredentials.h"

#include <QProcess>
#include <QStringList>

namespace lectern::test {

/// A lectern-sandbox of the test's own; ends with it. Links against lectern-zoom; the test has to depend on
/// the program being built.
class ZoomSandbox
{
public:
    /// `arguments` are added to "listen on a free port" and "the demo school, left alone".
    explicit ZoomSandbox(const QStringList &arguments = {});
    ~ZoomSandbox();
    Q_DISABLE_COPY_MOVE(ZoomSandbox)

    /// An Error when it did not start.
    [[nodiscard]] const Result<zoom::Announcement> &announcement() const { return m_announcement; }
    [[nodiscard]] zoom::ServerToServerApp app() const;

private:
    QProcess m_process;
    Result<zoom::Announcement> m_announcement;
};

} // namespace lectern::test
