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
#include <QMutex>
#include <QNetworkAccessManager>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace lectern::test {

inline constexpr int patience = 60'000;

/// The sandbox's arguments for a small school, so that a test takes seconds.
inline const QStringList smallSchool{QStringLiteral("--hosts"), QStringLiteral("4"),
    QStringLiteral("--people"), QStringLiteral("12"), QStringLiteral("--courses"), QStringLiteral("3"),
    QStringLiteral("--meetings"), QStringLiteral("20"), QStringLiteral("--recordings"), QStringLiteral("2")};

/// Secrets for one run, with a look from the test's thread at which are there.
class WatchedSecrets final : public secrets::SecretStore
{
public:
    [[nodiscard]] bool has(const QString &key) const;

    [[nodiscard]] QCoro::Task<Result<Secret>> read(QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    mutable QMutex m_mutex;
    QSet<QString> m_keys;
    secrets::MemorySecretStore m_memory;
};

/// An engine on a throw-away profile, a sandbox of its own, and a reader of the store, as a desktop has them.
class SchoolDay
{
public:
    /// `arguments` are the sandbox's.
    explicit SchoolDay(const QStringList &arguments = {});
    ~SchoolDay();

    [[nodiscard]] sync::Engine &engine() { return *m_engine; }
    [[nodiscard]] store::Database &reader() const { return *m_reader; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] const zoom::Announcement &announcement() const { return *m_sandbox.announcement(); }
    [[nodiscard]] const WatchedSecrets &keyring() const { return *m_secrets; }
    [[nodiscard]] sync::Account account() const;
    [[nodiscard]] Secret secret() const { return m_sandbox.announcement()->clientSecret; }

    /// How often the next engine does things; set before start().
    [[nodiscard]] sync::Rhythm &rhythm() { return m_rhythm; }
    /// The account with Zoom's own stream of events.
    [[nodiscard]] sync::Account accountWithEvents() const;

    /// Starts the engine; a second time, on the same profile, as after a restart.
    [[nodiscard]] bool start();
    void stop();
    /// Connects and waits for a complete pull.
    [[nodiscard]] bool connectAndPull();
    /// The people, courses and enrolments of the sandbox's school, as a OneRoster export.
    [[nodiscard]] bool importRoster();
    [[nodiscard]] bool pull();

    [[nodiscard]] QList<store::MeetingRow> rows(const store::MeetingQuery &query = {}) const;
    [[nodiscard]] std::optional<school::Meeting> meeting(MeetingId id) const;
    [[nodiscard]] QList<store::ChangeRow> outbox() const;
    /// A draft for tomorrow, hosted by an active host, for the course if any.
    [[nodiscard]] school::MeetingDraft draft(const QString &topic) const;
    [[nodiscard]] bool waitUntilSent(MeetingId id) const;
    /// Schedules it and waits until Zoom has it.
    [[nodiscard]] std::optional<school::Meeting> made(const school::MeetingDraft &draft);
    /// A course meeting for which people register; licensed hosts alone may ask for that.
    [[nodiscard]] school::MeetingDraft registrationDraft(CourseId course, school::Approval approval) const;
    /// Somebody who learns in a course, with that course.
    [[nodiscard]] std::optional<school::Enrolment> aLearner() const;
    [[nodiscard]] std::optional<school::Person> person(PersonId id) const;
    /// "meetings/123", for zoom() and control().
    [[nodiscard]] static QString pathOf(const school::Meeting &meeting);

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
    [[nodiscard]] QByteArray fetch(const QString &path);

    ZoomSandbox m_sandbox;
    QTemporaryDir m_folder;
    std::shared_ptr<SystemClock> m_clock = std::make_shared<SystemClock>();
    std::shared_ptr<WatchedSecrets> m_secrets = std::make_shared<WatchedSecrets>();
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<store::Database> m_reader;
    sync::Rhythm m_rhythm{
        .firstRetry = std::chrono::milliseconds(200), .longestRetry = std::chrono::milliseconds(1000)};
    QNetworkAccessManager m_network;
    QByteArray m_token;
    qint64 m_lastRequest = 0;
};

} // namespace lectern::test
