// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/pollhint.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <optional>

namespace lectern::feed {

/// Whether polling is all there is.
enum class PollPace { Alone, SafetyNet };

/// How often things are looked at, and how much that may cost.
struct PollRates
{
    std::chrono::milliseconds pull = std::chrono::minutes(10); ///< a complete reading, alone
    std::chrono::milliseconds safetyPull = std::chrono::minutes(30); ///< and beside a better source
    std::chrono::milliseconds live = std::chrono::seconds(45); ///< of what runs or should
    std::chrono::milliseconds near = std::chrono::minutes(3); ///< of what is within the hour
    std::chrono::milliseconds firstRetry = std::chrono::seconds(5); ///< of a complete reading that failed
    std::chrono::milliseconds longestRetry = std::chrono::minutes(5);
    /// The share of the account's requests that looks may take (one each, of Zoom's "Light" ones). What is
    /// left of the day is spread over its rest, so that an account with few requests a day is looked at less
    /// often rather than not at all in the evening.
    int looksPerMinute = 60;
    int looksPerDay = 20'000; ///< UTC days, as Zoom counts
};

/// Decides what is to be read when: what runs or is about to start often, what is near now and then, the rest
/// with the complete readings; beside a better source only a seldom complete reading. Pure: time is given,
/// nothing is started. All times UTC.
class PollPlan
{
public:
    explicit PollPlan(PollRates rates)
        : m_rates(rates)
    { }

    void setPace(PollPace pace) { m_pace = pace; }
    [[nodiscard]] PollPace pace() const { return m_pace; }
    /// The meetings that run or are near; replaces what was known.
    void setSubjects(const QList<PollSubject> &subjects);

    /// What is due at `now`; it is not due again until its end is told.
    [[nodiscard]] QList<PollHint> take(const QDateTime &now);
    void pullSucceeded(const QDateTime &now);
    void pullFailed(const QDateTime &now);
    void looked(const QList<qint64> &zoomIds, const QDateTime &now);
    /// After a wake: a reading that failed need not wait.
    void forgetWaits();

    /// The earliest moment at which more may be due; invalid: not before something ends or changes.
    [[nodiscard]] QDateTime nextAt(const QDateTime &now) const;

private:
    struct Look
    {
        PollSubject subject;
        QDateTime last; ///< invalid: never
        bool underWay = false;
    };

    [[nodiscard]] QDateTime pullAt() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> interval(
        const PollSubject &subject, const QDateTime &now) const;
    [[nodiscard]] QDateTime lookAt(const Look &look, const QDateTime &now) const;
    [[nodiscard]] QList<qint64> dueLooks(const QDateTime &now) const;
    [[nodiscard]] double looksPerMinute(const QDateTime &now) const;
    void earn(const QDateTime &now);
    void spend(qsizetype looks);

    PollRates m_rates;
    PollPace m_pace = PollPace::Alone;
    QHash<qint64, Look> m_looks;
    QDateTime m_pulledAt; ///< invalid: never
    QDateTime m_failedAt; ///< of the latest reading, if it failed
    int m_failures = 0;
    bool m_pulling = false;
    double m_allowance = 0; ///< looks that may be made at once
    QDateTime m_earnedAt;
    int m_spentToday = 0;
};

} // namespace lectern::feed
