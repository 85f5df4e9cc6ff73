// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feed.h"

namespace lectern::feed {

Feed::Feed(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_polling(m_parts.rates, m_parts.clock, m_parts.timers)
    , m_sleep(m_parts.clock, m_parts.timers)
    , m_since(m_parts.clock->now())
{
    connect(&m_polling, &PollingSource::pollDue, this, &Feed::pollDue);
    connect(&m_polling, &Source::stateChanged, this, &Feed::announce);
    connect(&m_sleep, &SleepWatch::woke, this, &Feed::wake);
}

Feed::~Feed() = default;

void Feed::use(std::unique_ptr<Source> source, const Position &after)
{
    const SourceKind kind = source->kind();
    Q_ASSERT(kind != SourceKind::Polling);
    remove(kind);
    connect(source.get(), &Source::eventsArrived, this, &Feed::eventsArrived);
    connect(source.get(), &Source::gap, this, &Feed::gap);
    connect(source.get(), &Source::stateChanged, this, &Feed::choose);
    m_slots.try_emplace(kind, Slot{std::move(source), after, Alarm(m_parts.timers)});
    choose();
}

void Feed::remove(SourceKind kind)
{
    const auto slot = m_slots.find(kind);
    if (slot == m_slots.end())
        return;
    // It may be one of its own signals that leads here.
    slot->second.source->disconnect(this);
    slot->second.source->stop();
    slot->second.source.release()->deleteLater();
    m_slots.erase(slot);
    choose();
}

void Feed::start()
{
    if (m_running)
        return;
    m_running = true;
    m_polling.start({});
    m_sleep.start();
    choose();
}

void Feed::stop()
{
    m_running = false;
    m_sleep.stop();
    m_polling.stop();
    for (auto &[kind, slot] : m_slots)
        rest(slot);
    announce();
}

void Feed::wake()
{
    if (!m_running)
        return;
    for (auto &[kind, slot] : m_slots) {
        if (slot.running)
            slot.source->wake();
    }
    m_polling.wake();
}

void Feed::acknowledge(const QString &source, const Position &position)
{
    for (auto &[kind, slot] : m_slots) {
        if (slot.source->name() != source)
            continue;
        slot.after = position;
        slot.source->acknowledge(position);
    }
}

void Feed::choose()
{
    if (!m_running)
        return;
    std::optional<SourceKind> chosen;
    bool undecided = false;
    for (auto &[kind, slot] : m_slots) {
        if (undecided)
            continue; // What runs goes on, what rests waits for the better one.
        if (chosen) {
            rest(slot);
            continue;
        }
        const Prospect prospect = tryOut(slot);
        if (prospect == Prospect::Works)
            chosen = kind;
        undecided = prospect == Prospect::MayWork;
    }
    if (chosen || !undecided)
        settle(chosen.value_or(SourceKind::Polling));
    announce();
}

Feed::Prospect Feed::tryOut(Slot &slot)
{
    if (!slot.running)
        run(slot);
    switch (slot.source->state().connection) {
    case Connection::Connected:
        slot.patience.cancel();
        slot.overdue = false;
        return Prospect::Works;
    case Connection::Down:
        return Prospect::Hopeless;
    case Connection::Connecting:
        break;
    }
    if (slot.overdue)
        return Prospect::Hopeless;
    if (!slot.patience.isSet()) {
        slot.patience.set(m_parts.patience, [this, &slot] {
            slot.overdue = true;
            choose();
        });
    }
    return Prospect::MayWork;
}

void Feed::run(Slot &slot)
{
    slot.running = true;
    slot.source->start(slot.after);
}

void Feed::rest(Slot &slot)
{
    slot.patience.cancel();
    slot.overdue = false;
    if (!slot.running)
        return;
    slot.running = false;
    slot.source->stop();
}

void Feed::settle(SourceKind kind)
{
    const PollPace pace = kind == SourceKind::Polling ? PollPace::Alone : PollPace::SafetyNet;
    if (m_polling.pace() != pace)
        m_polling.setPace(pace);
    if (m_active == kind)
        return;
    m_active = kind;
    m_since = m_parts.clock->now();
}

FeedStatus Feed::status() const
{
    FeedStatus status{.active = m_active, .since = m_since};
    for (const auto &[kind, slot] : m_slots)
        status.sources.append(slot.source->state());
    status.sources.append(m_polling.state());
    for (const SourceState &state : status.sources) {
        if (state.kind == m_active)
            status.freshAt = state.heardAt;
    }
    return status;
}

/// From the event loop, once for everything that changed.
void Feed::announce()
{
    if (m_telling)
        return;
    m_telling = true;
    QMetaObject::invokeMethod(this, &Feed::tell, Qt::QueuedConnection);
}

void Feed::tell()
{
    m_telling = false;
    const FeedStatus now = status();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT statusChanged(now);
}

} // namespace lectern::feed
