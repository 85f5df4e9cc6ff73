// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/meetingrowsmodel.h"

namespace lectern::models {

/// Lines of meetings as a MeetingQuery asks for them: sorted and filtered by the store, a page at a time,
/// kept fresh by change notices. Texts are in the given locale and zone.
class MeetingListModel : public MeetingRowsModel
{
    Q_OBJECT

public:
    MeetingListModel(StoreReader &reader, QLocale locale, QTimeZone zone, QObject *parent = nullptr);

    /// Shows what this query finds; its limit is the size of a page, its offset is the model's own.
    void setQuery(const store::MeetingQuery &query);
    [[nodiscard]] const store::MeetingQuery &query() const { return m_query; }

    /// How many lines the query finds in all; -1 until known.
    [[nodiscard]] int total() const { return m_total; }
    /// False until the first page of the present query has arrived.
    [[nodiscard]] bool isLoaded() const { return m_total >= 0; }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// Sorts through the store, at once or with the first query; columns it cannot sort by are left as they
    /// are.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// After each answer of the store, also when nothing changed.
    void loaded();
    void failed(const lectern::Error &error);

private:
    struct Page
    {
        QList<store::MeetingRow> rows;
        int total = 0;
    };

    /// Asks for the first `count` lines of the present query.
    void request(int count);
    void take(const Result<Page> &page);

    StoreReader &m_reader;
    store::MeetingQuery m_query;
    int m_total = -1;
    bool m_isFetching = false;
    LiveQuery<Page> m_page;
};

} // namespace lectern::models
