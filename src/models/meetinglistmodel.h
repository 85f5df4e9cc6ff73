// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/meetingrowsmodel.h"

#include <optional>

namespace lectern::models {

/// Lines of meetings as a MeetingQuery asks for them: sorted and filtered by the store, kept fresh by change
/// notices. Texts are in the given locale and zone.
///
/// The table is as long as what the query finds, but only pages somebody looks at are read: the first at
/// once, before anything is counted, another when it comes into view. The last of 100,000 lines is as near as
/// the second page.
class MeetingListModel : public MeetingRowsModel
{
    Q_OBJECT

public:
    MeetingListModel(
        StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent = nullptr);

    /// Shows what this query finds; its limit is the size of a page, its offset is the model's own.
    void setQuery(const store::MeetingQuery &query);
    [[nodiscard]] const store::MeetingQuery &query() const { return m_query; }

    /// How many lines the query finds in all; -1 until they are counted, which may come after the first page.
    [[nodiscard]] int total() const { return m_total; }
    /// False until the first page of the present query has arrived.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    /// Sorts through the store, at once or with the first query; columns it cannot sort by are left as they
    /// are.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// After each answer of the store, also when nothing changed.
    void loaded();
    void failed(const lectern::Error &error);

protected:
    void isWanted(int row) const override;

private:
    struct Answer
    {
        QMap<int, QList<store::MeetingRow>> runs; ///< by the place of their first line
        std::optional<int> total; ///< where it was counted
    };
    enum class Counting { Yes, No };

    /// Asks anew, from the first page; what is shown stays until the answer is there.
    void restart();
    [[nodiscard]] LiveQuery<Answer>::Query question(QList<int> pages, Counting counting) const;
    void take(const Result<Answer> &answer);
    void takeMore(const Result<Answer> &answer);
    void show(const Answer &answer);
    [[nodiscard]] static QList<store::MeetingRow> allOf(const QMap<int, QList<store::MeetingRow>> &runs);
    void fetchWanted();
    void keep(int page);

    StoreReader &m_reader;
    store::MeetingQuery m_query;
    int m_total = -1;
    bool m_isLoaded = false;
    bool m_isFresh = true; ///< the present query has not been answered in full
    QList<int> m_kept{0}; ///< pages that are read again after a change; the last looked at is the last
    mutable QList<int> m_wanted; ///< pages looked at and not here yet
    LiveQuery<Answer> m_window;
    LiveQuery<Answer> m_more;
};

} // namespace lectern::models
