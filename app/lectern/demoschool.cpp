// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoschool.h"

#include "zoom/announcement.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
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

QString sandboxProgram()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(u"lectern-sandbox"_s);
}

} // namespace

/// Starts the process, reads its announcement, then fetches the roster; the first failure ends all of it.
class DemoSchool::Worker : public QObject
{
    Q_OBJECT

public:
    explicit Worker(Setting setting)
        : m_setting(std::move(setting))
    {
        m_promise.start();
    }

    ~Worker() override
    {
        if (!m_process)
            return;
        m_process->disconnect(this);
        m_process->terminate();
        if (!m_process->waitForFinished(2000))
            m_process->kill();
        m_process->waitForFinished(1000);
    }

    QFuture<Result<DemoSchoolReady>> future() { return m_promise.future(); }

    void begin()
    {
        m_process = new QProcess(this);
        m_network = new QNetworkAccessManager(this);
        connect(m_process, &QProcess::readyReadStandardOutput, this, &Worker::readAnnouncement);
        connect(m_process, &QProcess::errorOccurred, this, [this] { fail(m_process->errorString()); });
        connect(m_process, &QProcess::finished, this,
            [this] { fail(QString::fromUtf8(m_process->readAllStandardError()).right(2000)); });
        QTimer::singleShot(startLimit, this, [this] { fail(u"no announcement in time"_s); });
        m_process->start(sandboxProgram(),
            QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--school"_s, u"demo"_s, u"--seed"_s,
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

    void readAnnouncement()
    {
        if (m_isAnnounced || !m_process->canReadLine())
            return;
        m_isAnnounced = true;
        auto announcement = zoom::decodeAnnouncement(m_process->readLine());
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
            if (m_ready.roster.size() == rosterFiles().size())
                finish(std::move(m_ready));
        });
    }

    Setting m_setting;
    QPromise<Result<DemoSchoolReady>> m_promise;
    DemoSchoolReady m_ready;
    QProcess *m_process = nullptr;
    QNetworkAccessManager *m_network = nullptr;
    bool m_isAnnounced = false;
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
