// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

/// A real lectern-relay as its readers see it.
namespace readerkit {

using namespace Qt::StringLiterals;

inline constexpr int patience = 20'000; // milliseconds

struct Answer
{
    int status = 0;
    QByteArray body = {};
    QByteArray tag = {};
    QByteArray retryAfter = {};
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/// The program with a SQLite log in a folder of its own, and what Zoom and desktops send to it.
class Relay
{
public:
    Relay() { m_environment.insert(u"LECTERN_RELAY_WEBHOOK_SECRET"_s, u"the webhook secret of a test"_s); }
    ~Relay() { kill(); }
    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    /// Starts it on the port it had before, or a free one.
    [[nodiscard]] bool start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(m_environment);
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->start(
            program(), {u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--log"_s, log()});
        if (!QTest::qWaitFor([this] { return m_process->canReadLine(); }, patience))
            return false;
        m_url = QUrl(QJsonDocument::fromJson(m_process->readLine()).object()[u"url"_s].toString());
        m_port = m_url.port();
        return m_url.isValid();
    }
    /// As kill -9 does.
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString log() const { return u"sqlite:"_s + m_folder.filePath(u"events.db"_s); }

    /// What a command beside the running relay prints; nothing where it fails.
    [[nodiscard]] std::optional<QByteArray> command(
        const QString &name, const QStringList &arguments = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(program(), QStringList{name, u"--log"_s, log()} + arguments);
        process.waitForFinished(patience);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return std::nullopt;
        return process.readAllStandardOutput().trimmed();
    }
    [[nodiscard]] QByteArray token(const char *email, const char *role, const char *expires = "1h") const
    {
        return command(u"token"_s,
            {u"--email"_s, QLatin1StringView(email), u"--role"_s, QLatin1StringView(role), u"--expires"_s,
                QLatin1StringView(expires)})
            .value_or(QByteArray());
    }
    [[nodiscard]] bool revoke(const QString &email) const
    {
        return command(u"revoke"_s, {u"--email"_s, email}).has_value();
    }

    /// Sends what Zoom would send, signed.
    [[nodiscard]] QNetworkReply *sendWebhook(const QByteArray &body)
    {
        const QByteArray timestamp = QByteArray::number(QDateTime::currentSecsSinceEpoch());
        const QByteArray secret = m_environment.value(u"LECTERN_RELAY_WEBHOOK_SECRET"_s).toUtf8();
        const QByteArray signature = QMessageAuthenticationCode::hash(
            "v0:" + timestamp + ":" + body, secret, QCryptographicHash::Sha256);
        QNetworkRequest request(m_url.resolved(QUrl(u"/zoom/webhook"_s)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json; charset=utf-8"_s);
        request.setRawHeader("x-zm-request-timestamp", timestamp);
        request.setRawHeader("x-zm-signature", "v0=" + signature.toHex());
        return m_network.post(request, body);
    }
    [[nodiscard]] int webhook(const QByteArray &body) { return finish(sendWebhook(body)).status; }

    [[nodiscard]] Answer ask(const QByteArray &method, const QString &path, const QByteArray &token,
        const QByteArray &body = {}, const QByteArray &knownTag = {})
    {
        QNetworkRequest request(m_url.resolved(QUrl(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        if (!knownTag.isEmpty())
            request.setRawHeader("If-None-Match", knownTag);
        return finish(m_network.sendCustomRequest(request, method, body));
    }

    static Answer finish(QNetworkReply *reply)
    {
        const std::unique_ptr<QNetworkReply> owned(reply);
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, patience))
            return {};
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = reply->readAll(),
            .tag = reply->rawHeader("ETag"),
            .retryAfter = reply->rawHeader("Retry-After")};
    }

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] QNetworkAccessManager &network() { return m_network; }

private:
    static QString program() { return QStringLiteral(LECTERN_BIN_DIR "/lectern-relay"); }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::unique_ptr<QProcess> m_process;
    QNetworkAccessManager m_network;
    QUrl m_url;
    int m_port = 0;
};

struct Frame
{
    quint64 id = 0;
    QByteArray data; ///< empty: the frame only moves the position
};

/// Takes a chunked stream of events apart.
class FrameReader
{
public:
    void add(const QByteArray &bytes)
    {
        m_raw += bytes;
        if (m_head.isEmpty()) {
            const qsizetype end = m_raw.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            m_head = m_raw.left(end);
            m_raw.remove(0, end + 4);
        }
        while (takeChunk()) { }
        while (takeFrame()) { }
    }

    [[nodiscard]] const QByteArray &head() const { return m_head; }
    [[nodiscard]] const QList<Frame> &frames() const { return m_frames; }

private:
    bool takeChunk()
    {
        const qsizetype line = m_raw.indexOf("\r\n");
        const qsizetype size = line < 0 ? 0 : m_raw.left(line).toInt(nullptr, 16);
        if (size == 0 || m_raw.size() < line + 2 + size + 2)
            return false;
        m_text += m_raw.mid(line + 2, size);
        m_raw.remove(0, line + 2 + size + 2);
        return true;
    }
    bool takeFrame()
    {
        const qsizetype end = m_text.indexOf("\n\n");
        if (end < 0)
            return false;
        Frame frame;
        bool named = false; // heartbeats that move nothing are comments alone
        const QByteArrayList lines = m_text.left(end).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("id: ")) {
                frame.id = line.mid(4).toULongLong();
                named = true;
            }
            if (line.startsWith("data: "))
                frame.data = line.mid(6);
        }
        m_text.remove(0, end + 2);
        if (named)
            m_frames << frame;
        return true;
    }

    QByteArray m_head;
    QByteArray m_raw;
    QByteArray m_text;
    QList<Frame> m_frames;
};

/// A subscriber on a socket of its own.
class Subscriber
{
public:
    Subscriber(const Relay &relay, const QByteArray &token, const QByteArray &query = {},
        const QByteArray &headers = {})
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
        m_socket.connectToHost(u"127.0.0.1"_s, quint16(relay.port()));
        m_socket.write("GET /events" + query + " HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " + token
            + "\r\n" + headers + "\r\n");
    }

    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// Whether the reply's header and the first frame have come.
    [[nodiscard]] bool hasBegun()
    {
        return QTest::qWaitFor([this] { return !m_reader.frames().isEmpty(); }, patience);
    }
    [[nodiscard]] bool isAnswered()
    {
        return QTest::qWaitFor([this] { return !m_reader.head().isEmpty(); }, patience);
    }
    /// Whether the relay has ended the stream.
    [[nodiscard]] bool hasEnded()
    {
        return QTest::qWaitFor(
            [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, patience);
    }
    /// Whether so many events have come.
    [[nodiscard]] bool hasEvents(qsizetype count)
    {
        return QTest::qWaitFor([this, count] { return m_events.size() >= count; }, patience);
    }

    [[nodiscard]] int status() const { return head().mid(9, 3).toInt(); }
    [[nodiscard]] const QByteArray &head() const { return m_reader.head(); }
    [[nodiscard]] const QList<Frame> &frames() const { return m_reader.frames(); }
    [[nodiscard]] const QList<Frame> &events() const { return m_events; }
    [[nodiscard]] quint64 lastId() const { return frames().isEmpty() ? 0 : frames().last().id; }
    /// "meeting.started meeting.ended"
    [[nodiscard]] QByteArray names() const
    {
        QByteArrayList names;
        for (const Frame &frame : m_events)
            names << QJsonDocument::fromJson(frame.data).object()[u"event"_s].toString().toUtf8();
        return names.join(' ');
    }
    /// From now on what comes stays in the system's buffers, and then with the relay.
    void pause()
    {
        m_paused = true;
        m_socket.setReadBufferSize(1);
    }
    void goOn()
    {
        m_paused = false;
        m_socket.setReadBufferSize(0);
        read();
    }

private:
    void read()
    {
        if (m_paused)
            return;
        const qsizetype before = m_reader.frames().size();
        m_reader.add(m_socket.readAll());
        for (qsizetype i = before; i < m_reader.frames().size(); ++i) {
            if (!m_reader.frames().at(i).data.isEmpty())
                m_events << m_reader.frames().at(i);
        }
    }

    QTcpSocket m_socket;
    FrameReader m_reader;
    QList<Frame> m_events;
    bool m_paused = false;
};

} // namespace readerkit
