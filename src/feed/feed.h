// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/alarm.h"
#include "feed/feedstatus.h"
#include "feed/pollhint.h"
#include "feed/pollingsource.h"
#include "feed/sleepwatch.h"
#include "feed/source.h"
#include "zoom/timers.h"

#include <QObject>

#include <map>
#include <memory>

namespace lectern::feed {

/// Uses the best source that works. While a better one is down for longer than `patience` the next one runs
/// in its place; it stops when the better one is back. Polling always runs: alone it is the way to be fresh,
/// beside another source a safety net. Notices by itself when the computer slept. Lives on the engine thread.
class Feed : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        std::shared_ptr<const Clock> clock;
        std::shared_ptr<zoom::Timers> timers;
        std::chrono::milliseconds patience = std::chrono::seconds(20);
        PollRates rates = {};
    };

    explicit Feed(Parts parts, QObject *parent = nullptr);
    ~Feed() override;

    /// Takes a source; another of its kind is stopped and forgotten. `after`: the position kept under its
    /// name, empty when there is none. May be called while the feed runs.
    void use(std::unique_ptr<Source> source, const Position &after);
    void remove(SourceKind kind);

    void start();
    void stop();
    /// The network is there again: everything is tried at once.
    void wake();
    /// What came from that source is durable up to `position`, one of a batch or of an event in it.
    void acknowledge(const QString &source, const Position &position);

    [[nodiscard]] FeedStatus status() const;
    /// Told what there is to look at, and when a reading has ended.
    [[nodiscard]] PollingSource &polling() { return m_polling; }

Q_SIGNALS:
    void eventsArrived(const lectern::feed::Batch &batch);
    void gap();
    void pollDue(const lectern::feed::PollHint &hint);
    void statusChanged(const lectern::feed::FeedStatus &status);

private:
    struct Slot
    {
        std::unique_ptr<Source> source;
        Position after; ///< where it goes on when it runs again
        Alarm patience;
        bool running = false;
        bool overdue = false; ///< it had its time to connect
    };

    enum class Prospect { Works, MayWork, Hopeless };

    void choose();
    [[nodiscard]] Prospect tryOut(Slot &slot);
    void run(Slot &slot);
    static void rest(Slot &slot);
    void settle(SourceKind kind);
    void announce();
    void tell();

    const Parts m_parts;
    PollingSource m_polling;
    SleepWatch m_sleep;
    std::map<SourceKind, Slot> m_slots; ///< without Polling; the best first
    bool m_running = false;
    bool m_telling = false;
    SourceKind m_active = SourceKind::Polling;
    QDateTime m_since;
    FeedStatus m_told;
};

} // namespace lectern::feed
