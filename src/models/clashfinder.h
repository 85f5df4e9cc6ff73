// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "school/clash.h"

#include <QTimeZone>

#include <optional>

namespace lectern::models {

/// A meeting that is being planned: would its host be free?
struct ClashQuestion
{
    QString hostZoomUserId = {};
    QList<QDateTime> starts = {}; ///< UTC, of every date, by time
    std::chrono::minutes duration{0};
    QTimeZone zone = {}; ///< whose day the way out is looked for in
    std::optional<MeetingId> except = {}; ///< the meeting being edited

    friend bool operator==(const ClashQuestion &, const ClashQuestion &) = default;
};

struct ClashAnswer
{
    QList<school::Clash> clashes = {};
    int datesThatClash = 0;
    int dates = 0;
    /// When the first date could start instead so that all of them are free; only looked for when there are
    /// clashes.
    std::optional<QDateTime> freeStart = {};
};

[[nodiscard]] ClashAnswer answerClash(const ClashQuestion &question, QList<school::BusyTime> busy);

/// Asks the store for a host's other meetings, again whenever they change; the answer to a question that was
/// replaced never arrives. GUI thread.
class ClashFinder : public QObject
{
    Q_OBJECT

public:
    explicit ClashFinder(StoreReader &reader, QObject *parent = nullptr);

    /// A question without host, dates or duration is answered with "no clash" at once.
    void ask(const ClashQuestion &question);

Q_SIGNALS:
    void answered(const lectern::models::ClashAnswer &answer);

private:
    StoreReader &m_reader;
    ClashQuestion m_question;
    LiveQuery<QList<school::BusyTime>> m_busy;
};

} // namespace lectern::models
