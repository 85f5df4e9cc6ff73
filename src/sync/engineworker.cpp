// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engineworker.h"

#include "sync/words.h"

namespace lectern::sync {

namespace {

Error notStarted()
{
    return {
        .code = ErrorCode::Cancelled, .message = EngineWorker::tr("Lectern has not opened its data yet.")};
}

} // namespace

EngineWorker::EngineWorker(EngineParts parts)
    : m_parts(std::move(parts))
    , m_tasks(this)
    , m_abortAgain(this)
    , m_refusal(notStarted())
{
    // A task that was between two requests may have begun the second one after the first abort.
    m_abortAgain.setInterval(std::chrono::milliseconds(50));
    connect(&m_abortAgain, &QTimer::timeout, this, &EngineWorker::abortAll);
    connect(&m_tasks, &TaskScope::becameIdle, this, [this] {
        if (m_closing && m_core)
            tearDown();
    });
}

void EngineWorker::start(const std::shared_ptr<QPromise<Result<void>>> &promise)
{
    Result<void> opened = open();
    m_refusal = opened ? std::nullopt : std::optional(opened.error());
    finish(promise, std::move(opened));
    if (m_core)
        m_core->begin();
}

Result<void> EngineWorker::open()
{
    Result<std::unique_ptr<EngineCore>> core = EngineCore::open(m_parts, m_tasks);
    if (!core)
        return std::unexpected(core.error());
    m_core = std::move(*core);
    connect(m_core.get(), &EngineCore::statusChanged, this, &EngineWorker::statusChanged);
    connect(m_core.get(), &EngineCore::storeChanged, this, &EngineWorker::storeChanged);
    connect(m_core.get(), &EngineCore::eventsApplied, this, &EngineWorker::eventsApplied);
    return {};
}

void EngineWorker::shutDown()
{
    m_closing = true;
    m_refusal = closing();
    abortAll();
    if (m_tasks.isIdle())
        tearDown();
    else
        m_abortAgain.start();
}

void EngineWorker::abortAll()
{
    if (m_core)
        m_core->abort();
}

void EngineWorker::tearDown()
{
    m_abortAgain.stop();
    m_core.reset();
    m_parts = EngineParts{.profile = m_parts.profile, .clock = {}, .secrets = {}};
    Q_EMIT finished();
}

} // namespace lectern::sync
