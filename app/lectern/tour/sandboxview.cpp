// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxview.h"

#include <QCoroNetworkReply>
#include <QJsonDocument>
#include <QNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;

namespace lectern::app {

namespace {

using Reply = std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater>;

} // namespace

SandboxView::SandboxView(QUrl control)
    : m_control(std::move(control))
{ }

QUrl SandboxView::address(const QString &path) const
{
    return QUrl(m_control.toString() + u'/' + path);
}

QCoro::Task<QJsonObject> SandboxView::get(QString path)
{
    const Reply reply(m_network.get(QNetworkRequest(address(path))));
    co_await reply.get();
    if (reply->error() != QNetworkReply::NoError)
        co_return QJsonObject();
    const QByteArray body = reply->readAll();
    co_return QJsonDocument::fromJson(body).object();
}

QCoro::Task<void> SandboxView::goOffline()
{
    QNetworkRequest request(address(u"faults"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray rule = R"({"match":{"path":"/v2/*"},"times":1000000,"drop":true})";
    const Reply reply(m_network.post(request, rule));
    co_await reply.get();
}

QCoro::Task<void> SandboxView::goOnline()
{
    const Reply reply(m_network.deleteResource(QNetworkRequest(address(u"faults"_s))));
    co_await reply.get();
}

} // namespace lectern::app
