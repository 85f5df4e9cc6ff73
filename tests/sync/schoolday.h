// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/memorysecretstore.h"
#include "store/database.h"
#include "store/meetinglistrepository.h"
#include "store/meetingrepository.h"
#include "store/outboxrepository.h"
#include "support/zoomsandbox.h"
#include "sync/engine.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace lectern::test {

inline constexpr int patience = 60'000;

/// The sandbox's arguments for a small school, so that a test takes seconds.
inline const QStringList smallSchool{QStringLiteral("--hosts"), QStringLiteral("4"),
    QStringLiteral("--people"), QStringLiteral("12"), QStringLiteral("--courses"), QStringLiteral("3"),
    QStringLiteral("--meetings"), QStringLiteral("20"), QStringLiteral("--recordings"), QStringLiteral("2")};

/// An engine on a throw-away profile, a sandbox of its own, and a reader of the store, as a desktop has them.
class SchoolDay
{
public:
    /// `arguments` are the sandbox's.
    explicit SchoolDay(const QStringList &arguments = {});
    ~SchoolDay();

    [[nodiscard]] sync::Engine &engine() { return *m_engine; }
    [[nodiscard]] store::Database &reader() { return *m_reader; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] sync::Account account() const;
    [[nodiscard]] Secret secret() const { return m_sandbox.announcement()->clientSecret; }

    /// Starts the engine; a second time, on the same profile, as after a restart.
    [[nodiscard]] bool start();
    void stop();
    /// Connects and waits for a complete pull.
    [[nodiscard]] bool connectAndPull();
    [[nodiscard]] bool pull();

    [[nodiscard]] QList<store::MeetingRow> rows(const store::MeetingQuery &query = {}) const;
    [[nodiscard]] std::optional<school::Meeting> meeting(MeetingId id) const;
    [[nodiscard]] QList<store::ChangeRow> outbox() const;
    /// A draft for tomorrow, hosted by an active host, for the course if any.
    [[nodiscard]] school::MeetingDraft draft(const QString &topic) const;
    [[nodiscard]] bool waitUntilSent(MeetingId id) const;

    /// The sandbox's own controls and Zoom's API as somebody else would use it.
    QJsonObject control(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    QJsonObject zoom(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    /// Makes it an account without tracking fields, so that owners are kept in agendas.
    void dropTrackingFields();
    /// Orders a failure for the next requests.
    void fault(const QString &method, const QString &path, QJsonObject effect);
    /// "GET /v2/users/x/meetings" of every API request since the last call.
    [[nodiscard]] QStringList newRequests();

    /// Waits for a future of the engine.
    template <typename T>
    [[nodiscard]] static Result<T> await(QFuture<Result<T>> future)
    {
        const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, patience);
        if (!finished)
            return failure(ErrorCode::Timeout, QStringLiteral("the engine did not answer"));
        return future.result();
    }

private:
    QJsonObject send(
        const QByteArray &verb, const QUrl &url, const QJsonObject &body, const QByteArray &token);
    [[nodiscard]] QByteArray token();

    ZoomSandbox m_sandbox;
    QTemporaryDir m_folder;
    std::shared_ptr<SystemClock> m_clock = std::make_shared<SystemClock>();
    std::shared_ptr<secrets::MemorySecretStore> m_secrets = std::make_shared<secrets::MemorySecretStore>();
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<store::Database> m_reader;
    QNetworkAccessManager m_network;
    QByteArray m_token;
    qint64 m_lastRequest = 0;
};

} // namespace lectern::test
