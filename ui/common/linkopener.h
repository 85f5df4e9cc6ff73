// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

namespace lectern::ui {

/// Opens Zoom: a seam, so that tests and the tour see what would have been opened.
class LinkOpener
{
public:
    virtual ~LinkOpener() = default;
    /// Opens a join or start link, or a page of Zoom's. The link may carry the power to be host: it is never
    /// logged. Links come from the network: anything but http and https is refused.
    virtual void open(const QUrl &link) = 0;
};

/// Zoom's own program where it has registered `zoommtg:`, the browser otherwise.
class DesktopLinkOpener final : public QObject, public LinkOpener
{
    Q_OBJECT

public:
    explicit DesktopLinkOpener(QObject *parent = nullptr);
    void open(const QUrl &link) override;

Q_SIGNALS:
    /// The link was refused, or neither Zoom nor a browser could be started.
    void failed();

private:
    /// Asks the desktop once, without waiting, whether a program handles `zoommtg:` links.
    void findZoom();

    enum class Zoom { Unknown, Absent, Present } m_zoom = Zoom::Unknown;
};

} // namespace lectern::ui
