// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/viewer.h"
#include "store/rows.h"

#include <QTimeZone>

namespace lectern::models {

/// A person's day, told apart by what matters now.
struct Today
{
    QList<store::MeetingRow> now; ///< started, or in its time; the live ones first
    std::optional<store::MeetingRow> next; ///< the first that is still to come today
    QList<store::MeetingRow> later; ///< the rest of the day, those without a fixed time last
    int tomorrow = 0; ///< how many tomorrow
    QDateTime tomorrowStart; ///< UTC, of tomorrow's first
};

/// Sorts the lines of today and tomorrow (by start) into a Today. Pure.
[[nodiscard]] Today arrangeToday(
    const QList<store::MeetingRow> &rows, const QDateTime &now, const QTimeZone &zone);

/// The viewer's Today, kept fresh by the store and by refreshTime(). GUI thread only.
class TodayAgenda : public QObject
{
    Q_OBJECT

public:
    TodayAgenda(StoreReader &reader, const Viewer &viewer, const QTimeZone &zone, QObject *parent = nullptr);

    [[nodiscard]] const Today &today() const { return m_today; }
    /// False until the store has answered for the present viewer.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// Time has passed: sorts again, and asks again when another day has begun.
    void refreshTime();

Q_SIGNALS:
    void changed();
    void failed(const lectern::Error &error);

private:
    void ask();
    void arrange();

    StoreReader &m_reader;
    const Viewer &m_viewer;
    QTimeZone m_zone;
    QDate m_day;
    QList<store::MeetingRow> m_rows;
    Today m_today;
    bool m_isLoaded = false;
    LiveQuery<QList<store::MeetingRow>> m_query;
};

} // namespace lectern::models
