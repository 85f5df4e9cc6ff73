// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/pollhint.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace lectern::feed {

/// Whether polling is all there is.
enum class PollPace { Alone, SafetyNet };

/// How often things are looked at.
struct PollRates
{
    std::chrono::milliseconds pull = std::chrono::minutes(10); ///< a complete reading, alone
    std::chrono::milliseconds safetyPull = std::chrono::minutes(30); ///< and beside a better source
    std::chrono::milliseconds live = std::chrono::seconds(45); ///< of what runs or is about to
    std::chrono::milliseconds near = std::chrono::minutes(3); ///< of what is within the hour
    std::chrono::milliseconds firstRetry = std::chrono::seconds(5);
    std::chrono::milliseconds longestRetry = std::chrono::minutes(5);
    /// The share of the account's requests that looking may take: at most this many meetings in a minute.
    int looksPerMinute = 60;
};

/// Decides what is to be read when. Pure: time is given, nothing is started. All times UTC.
class PollPlan
{
public:
    explicit PollPlan(PollRates rates)
        : m_rates(rates)
    { }

    void setPace(PollPace pace) { m_pace = pace; }
    [[nodiscard]] PollPace pace() const { return m_pace; }
    void setSubjects(const QList<PollSubject> &subjects);
    void pullSucceeded(const QDateTime &now);
    void pullFailed(const QDateTime &now);
    void looked(const QList<qint64> &zoomIds, const QDateTime &now);
    /// After a wake: a reading that failed need not wait.
    void forgetWaits();

    /// What is due at `now`, which is then on its way until pullEnded() or looked() tells.
    [[nodiscard]] QList<PollHint> take(const QDateTime &now);
    /// The earliest moment at which something more will be due.
    [[nodiscard]] QDateTime nextAt(const QDateTime &now) const;

private:
    PollRates m_rates;
    PollPace m_pace = PollPace::Alone;
};

} // namespace lectern::feed
