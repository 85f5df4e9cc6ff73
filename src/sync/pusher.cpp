// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pusher.h"

#include "core/logging.h"
#include "sync/backoff.h"
#include "zoom/errors.h"

#include <algorithm>

namespace lectern::sync {

namespace {

using store::Change;

constexpr qsizetype meetingsAtATime = 4;
constexpr int changesAtATime = 32;

qint64 milliseconds(std::chrono::milliseconds duration)
{
    return duration.count();
}

} // namespace

Pusher::Pusher(Repositories &store, ZoomLink &link, MeetingReader &reader, StatusBoard &board,
    TaskScope &tasks, const Rhythm &rhythm)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_board(board)
    , m_tasks(tasks)
    , m_rhythm(rhythm)
    , m_sender(store, link, reader)
{
    m_soon.setSingleShot(true);
    m_later.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Pusher::pump);
    connect(&m_later, &QTimer::timeout, this, &Pusher::pump);
}

void Pusher::kick()
{
    if (!m_stopped)
        m_soon.start(0);
}

void Pusher::kickNow()
{
    m_unreachedUntil = {};
    m_impatient = true;
    kick();
}

void Pusher::release()
{
    m_held = false;
    kickNow();
}

void Pusher::stop()
{
    m_stopped = true;
    m_soon.stop();
    m_later.stop();
}

void Pusher::pump()
{
    if (m_stopped || m_held || !m_link.isOpen())
        return;
    const QDateTime now = m_store.clock.now();
    if (!m_unreachedUntil.isValid() || m_unreachedUntil <= now) {
        // A wait of our own making is never longer than this; a quota's is.
        const qint64 ahead = m_impatient ? milliseconds(m_rhythm.longestRetry) : 0;
        m_impatient = false;
        startDue(now.addMSecs(ahead));
    }
    armTimer(now);
}

void Pusher::startDue(const QDateTime &until)
{
    const Result<QList<Change>> due = m_store.outbox.due(until, changesAtATime);
    if (!due) {
        m_board.noteFailure(due.error());
        return;
    }
    for (const Change &change : *due) {
        if (m_active.size() >= meetingsAtATime)
            break;
        if (m_active.contains(change.meeting))
            continue;
        m_active.insert(change.meeting);
        m_tasks.run(push(change));
    }
}

QCoro::Task<void> Pusher::push(Change change)
{
    m_board.setSending(static_cast<int>(m_active.size()));
    const Result<void> marked =
        m_store.database.transaction([&] { return m_store.outbox.markSending(change.id); });
    if (marked) {
        QCoro::Task<Result<Sent>> sending = m_sender.send(change);
        const Result<Sent> outcome = co_await sending;
        settle(change, outcome);
    } else {
        m_board.noteFailure(marked.error());
    }
    m_active.remove(change.meeting);
    m_board.setSending(static_cast<int>(m_active.size()));
    // After a failure to write, trying at once would only turn in circles.
    if (marked)
        kick();
}

void Pusher::settle(const Change &change, const Result<Sent> &outcome)
{
    if (outcome) {
        m_unreached = 0;
        m_unreachedUntil = {};
        m_board.noteSuccess();
    }
    const Result<void> written = m_store.database.transaction([&]() -> Result<void> {
        if (!outcome)
            return settleFailure(change, outcome.error());
        if (outcome->conflicts.isEmpty())
            return {};
        return m_store.outbox.markConflict(change.id, outcome->conflicts);
    });
    if (!written)
        m_board.noteFailure(written.error());
}

Result<void> Pusher::settleFailure(const Change &change, const Error &error)
{
    qCInfo(logSync) << "change" << change.id.value << "did not go through:" << errorCodeName(error.code)
                    << error.detail;
    const auto wait = backoff(change.attempts + 1, m_rhythm.firstRetry, m_rhythm.longestRetry);
    const QDateTime retryAt = m_store.clock.now().addMSecs(milliseconds(wait));
    const PushVerdict verdict = judge(change.kind, error, retryAt);
    switch (verdict.step) {
    case PushVerdict::Step::Done:
        return m_store.outbox.markSent(change.id);
    case PushVerdict::Step::Fail:
        return m_store.outbox.markFailed(change.id, error);
    case PushVerdict::Step::HoldAll:
    case PushVerdict::Step::Wait:
    case PushVerdict::Step::LookUp:
        return hold(change, error, verdict);
    }
    Q_UNREACHABLE();
}

Result<void> Pusher::hold(const Change &change, const Error &error, const PushVerdict &verdict)
{
    m_board.noteFailure(error);
    if (verdict.step == PushVerdict::Step::HoldAll)
        m_held = true;
    if (verdict.reach == PushVerdict::Reach::Unreached) {
        const auto wait = backoff(++m_unreached, m_rhythm.firstRetry, m_rhythm.longestRetry);
        m_unreachedUntil = m_store.clock.now().addMSecs(milliseconds(wait));
    }
    return m_store.outbox.markWaiting(change.id, error, verdict.notBefore);
}

/// By the moment at which those that are due were looked for: what has become due since would else be in
/// neither answer, and wait until something else happens.
void Pusher::armTimer(const QDateTime &now)
{
    const Result<QDateTime> next = m_store.outbox.nextDueAt(now);
    QDateTime wake = next.value_or(QDateTime());
    if (m_unreachedUntil.isValid() && m_unreachedUntil > now)
        wake = wake.isValid() ? std::max(wake, m_unreachedUntil) : m_unreachedUntil;
    if (!wake.isValid())
        return;
    // Looked at again after an hour at most: the computer may sleep, and its clock be set.
    const qint64 wait = std::clamp<qint64>(now.msecsTo(wake), 1, 3'600'000);
    m_later.start(static_cast<int>(wait));
}

} // namespace lectern::sync
