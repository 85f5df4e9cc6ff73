// SPDX-License-Identifier: GPL-3.0-or-later
#include "outside.h"

#include <QNetworkReply>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace lectern::app {

void VisitingOpener::open(const QUrl &link)
{
    m_lastPath = link.path();
    QNetworkReply *reply = m_network.get(QNetworkRequest(link));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void ScriptedPrompts::ask(QWidget *parent, const ui::Question &, std::function<void(int)> answered)
{
    const int answer = std::exchange(m_answer, -1);
    QTimer::singleShot(0, parent, [answered = std::move(answered), answer] { answered(answer); });
}

} // namespace lectern::app
