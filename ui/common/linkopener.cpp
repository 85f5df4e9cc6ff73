// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/linkopener.h"

#include "zoom/links.h"

#include <QDesktopServices>
#include <QProcess>

namespace lectern::ui {

DesktopLinkOpener::DesktopLinkOpener(QObject *parent)
    : QObject(parent)
{
    findZoom();
}

void DesktopLinkOpener::open(const QUrl &link)
{
    if (link.scheme() != QLatin1StringView("https") && link.scheme() != QLatin1StringView("http")) {
        Q_EMIT failed();
        return;
    }
    if (m_zoom == Zoom::Present) {
        const bool isStart = link.path().startsWith(QLatin1StringView("/s/"));
        const auto native = isStart ? zoom::startInApp(link) : zoom::joinInApp(link, {});
        if (native && QDesktopServices::openUrl(*native))
            return;
    }
    if (!QDesktopServices::openUrl(link))
        Q_EMIT failed();
}

void DesktopLinkOpener::findZoom()
{
#if defined(Q_OS_LINUX)
    auto *query = new QProcess(this);
    connect(query, &QProcess::finished, this, [this, query] {
        m_zoom = query->readAllStandardOutput().trimmed().isEmpty() ? Zoom::Absent : Zoom::Present;
        query->deleteLater();
    });
    connect(query, &QProcess::errorOccurred, this, [this, query] {
        m_zoom = Zoom::Absent;
        query->deleteLater();
    });
    query->start(QStringLiteral("xdg-mime"),
        {QStringLiteral("query"), QStringLiteral("default"), QStringLiteral("x-scheme-handler/zoommtg")});
#else
    m_zoom = Zoom::Present; // openUrl() says whether it was true, and the browser follows
#endif
}

} // namespace lectern::ui
