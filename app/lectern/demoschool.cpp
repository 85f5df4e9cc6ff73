// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoschool.h"

#include "demoprocess.h"
#include "demorelay.h"
#include "zoom/announcement.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::app {

namespace {

constexpr auto startLimit = 30s;
constexpr qint64 maxRosterFile = 32 * 1024 * 1024;

const QStringList &rosterFiles()
{
    static const QStringList names{u"manifest.csv"_s, u"orgs.csv"_s, u"academicSessions.csv"_s,
        u"courses.csv"_s, u"classes.csv"_s, u"users.csv"_s, u"enrollments.csv"_s};
    return names;
}

} // namespace

/// Starts the process, reads its announcement, then fetches the roster and starts the relay; a failure ends
/// all of it, but for the relay's, without which a school can do.
class DemoSchool::Worker : public QObject
{
    Q_OBJECT

public:
    explicit Worker(Setting setting)
        : m_setting(std::move(setting))
    {
        m_promise.start();
    }

    QFuture<Result<DemoSchoolReady>> future() { return m_promise.future(); }

    void begin()
    {
        m_process = new DemoProcess(u"lectern-sandbox"_s, this);
        m_network = new QNetworkAccessManager(this);
        connect(m_process, &DemoProcess::announced, this, &Worker::onAnnounced);
        connect(m_process, &DemoProcess::failed, this, &Worker::fail);
        QTimer::singleShot(startLimit, this, [this] { fail(u"no announcement in time"_s); });
        m_process->start(QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--school"_s, u"demo"_s, u"--seed"_s,
                             QString::number(m_setting.seed), u"--exit-with-parent"_s}
            + m_setting.arguments);
    }

private:
    void fail(const QString &detail)
    {
        finish(failure(ErrorCode::Server,
            tr("The demo school could not be started. Is Lectern installed completely?"), detail));
    }

    void finish(Result<DemoSchoolReady> outcome)
    {
        if (m_isDone)
            return;
        m_isDone = true;
        m_promise.addResult(std::move(outcome));
        m_promise.finish();
    }

    void onAnnounced(const QByteArray &line)
    {
        const auto announcement = zoom::decodeAnnouncement(line);
        if (!announcement) {
            finish(std::unexpected(announcement.error()));
            return;
        }
        m_ready.account = {.id = QUuid::createUuid(),
            .name = tr("Demo school"),
            .kind = sync::ServerToServerAccount{.accountId = announcement->accountId,
                .clientId = announcement->clientId,
                .api = announcement->api,
                .oauth = announcement->oauth}};
        m_ready.secret = announcement->clientSecret;
        m_ready.control = announcement->api;
        m_ready.control.setPath(u"/sandbox"_s);
        for (const QString &name : rosterFiles())
            fetchRosterFile(name);
        m_relay = new DemoRelay(
            {.control = m_ready.control, .webhookSecret = announcement->webhookSecret}, *m_network, this);
        connect(m_relay, &DemoRelay::ready, this, [this](const Result<QUrl> &invitation) {
            m_ready.invitation = invitation;
            m_hasRelayAnswer = true;
            finishWhenComplete();
        });
        m_relay->start();
    }

    void finishWhenComplete()
    {
        if (m_hasRelayAnswer && m_ready.roster.size() == rosterFiles().size())
            finish(std::move(m_ready));
    }

    void fetchRosterFile(const QString &name)
    {
        QUrl url = m_ready.control;
        url.setPath(url.path() + u"/oneroster/"_s + name);
        QNetworkRequest request(url);
        request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(startLimit).count()));
        QNetworkReply *reply = m_network->get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply, name] {
            reply->deleteLater();
            if (reply->error() != QNetworkReply::NoError) {
                fail(reply->errorString());
                return;
            }
            m_ready.roster.insert(name, reply->read(maxRosterFile));
            finishWhenComplete();
        });
    }

    Setting m_setting;
    QPromise<Result<DemoSchoolReady>> m_promise;
    DemoSchoolReady m_ready;
    DemoProcess *m_process = nullptr;
    DemoRelay *m_relay = nullptr;
    QNetworkAccessManager *m_network = nullptr;
    bool m_hasRelayAnswer = false;
    bool m_isDone = false;
};

DemoSchool::DemoSchool(Setting setting, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(std::move(setting)))
{
    m_thread.setObjectName(u"demo school"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

DemoSchool::~DemoSchool()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<DemoSchoolReady>> DemoSchool::start()
{
    auto future = m_worker->future();
    QMetaObject::invokeMethod(m_worker, &Worker::begin, Qt::QueuedConnection);
    return future;
}

} // namespace lectern::app

#include "demoschool.moc"
