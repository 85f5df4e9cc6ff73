// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench.h"

#include "environmentsecrets.h"
#include "roster/rosterimport.h"
#include "secrets/fallbacksecretstore.h"
#include "store/outboxrepository.h"
#include "zoom/oneshot.h"

#include <qcoro/qcorofuture.h>

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lectern::ctl {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ctl::Workbench)
};

sync::Profile profileOf(const Arguments &arguments)
{
    if (!arguments.profile.empty())
        return sync::Profile(QString::fromStdString(arguments.profile));
    return sync::Profile(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
}

} // namespace

Workbench::Workbench(const Arguments &arguments)
    : m_timeout(arguments.timeout)
    , m_profile(profileOf(arguments))
    , m_lock(m_profile)
    , m_clock(std::make_shared<SystemClock>())
{ }

Workbench::~Workbench() = default;

QCoro::Task<Result<void>> Workbench::startEngine()
{
    if (const Result<void> created = m_profile.create(); !created)
        co_return created;
    if (const Result<void> locked = m_lock.acquire(); !locked)
        co_return locked;
    sync::EngineParts parts{.profile = m_profile,
        .clock = m_clock,
        .secrets = std::make_shared<EnvironmentSecrets>(secrets::makeSecretStore()),
        .roster = roster::importOneRoster};
    m_engine = std::make_unique<sync::Engine>(std::move(parts));
    const QFuture<Result<void>> starting = m_engine->start();
    const Result<void> started = co_await starting;
    if (!started)
        co_return started;
    co_return openReader();
}

Result<void> Workbench::openReader()
{
    if (m_reader)
        return {};
    Result<std::unique_ptr<store::Database>> opened =
        store::Database::open(m_profile.databasePath(), store::Access::ReadOnly);
    if (!opened)
        return std::unexpected(opened.error());
    m_reader = std::move(*opened);
    return {};
}

QCoro::Task<Result<void>> Workbench::waitUntilSent(MeetingId meeting)
{
    const zoom::OneShot<Result<void>> done;
    QObject context;
    const auto look = [this, meeting, done] {
        if (const std::optional<Result<void>> now = outcome(meeting))
            done.resolve(*now);
    };
    QObject::connect(m_engine.get(), &sync::Engine::storeChanged, &context, look);
    QObject::connect(m_engine.get(), &sync::Engine::statusChanged, &context, look);
    QTimer::singleShot(m_timeout, &context, [this, meeting, done] { done.resolve(notSent(meeting)); });
    QTimer::singleShot(0, &context, look);
    Result<void> result = co_await done;
    co_return result;
}

std::optional<Result<void>> Workbench::outcome(MeetingId meeting) const
{
    const auto wanted = meeting.isValid() ? std::optional(meeting) : std::nullopt;
    const Result<QList<store::ChangeRow>> changes = store::OutboxRepository(*m_reader).list(wanted);
    if (!changes)
        return std::unexpected(changes.error());
    bool open = false;
    for (const store::ChangeRow &change : *changes)
        open = open || change.state == store::PendingState::Waiting
            || change.state == store::PendingState::Sending;
    const auto phase = m_engine->status().phase;
    const bool stuck =
        phase == sync::SyncStatus::Phase::NotConnected || phase == sync::SyncStatus::Phase::NeedsAttention;
    if (open && !stuck)
        return std::nullopt;
    return changes->isEmpty() ? Result<void>() : notSent(meeting);
}

Result<void> Workbench::notSent(MeetingId meeting) const
{
    const auto wanted = meeting.isValid() ? std::optional(meeting) : std::nullopt;
    const Result<QList<store::ChangeRow>> changes = store::OutboxRepository(*m_reader).list(wanted);
    if (!changes || changes->isEmpty())
        return changes ? Result<void>() : std::unexpected(changes.error());
    const store::ChangeRow &first = changes->first();
    QString reason = first.problem;
    if (reason.isEmpty() && m_engine->status().problem)
        reason = m_engine->status().problem->message;
    if (reason.isEmpty())
        reason = first.state == store::PendingState::Conflict
            ? Words::tr("Somebody else changed the same at Zoom. Settle it in Lectern.")
            : Words::tr("Zoom has not answered yet.");
    const bool waits =
        first.state == store::PendingState::Waiting || first.state == store::PendingState::Sending;
    return failure(ErrorCode::Network,
        (waits ? Words::tr("not sent yet: %1 It stays in the outbox and is sent the next time.")
               : Words::tr("not sent: %1 It stays in the outbox."))
            .arg(reason),
        first.problemDetail);
}

} // namespace lectern::ctl
