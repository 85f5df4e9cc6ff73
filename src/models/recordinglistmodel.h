// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/rowtablemodel.h"
#include "store/recordingrepository.h"
#include "store/rows.h"

#include <QLocale>
#include <QTimeZone>

namespace lectern::models {

/// Recordings, a line for each past instance, newest first. The column Watch is without words, for a delegate
/// that plays them.
class RecordingListModel : public RowTableModel<store::RecordingRow>
{
    Q_OBJECT

public:
    enum Column { When, Topic, Course, Host, Length, Files, Size, Watch, ColumnCount };

    RecordingListModel(
        StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent = nullptr);

    void setQuery(const store::RecordingQuery &query);
    /// False until the first answer to the present query.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const store::RecordingQuery &query() const { return m_query; }
    /// Of all that the query finds, those included that were not fetched yet.
    [[nodiscard]] const store::RecordingTotals &totals() const { return m_totals; }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded();
    void failed(const lectern::Error &error);

protected:
    [[nodiscard]] QString keyOf(const store::RecordingRow &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const store::RecordingRow &row) const override;
    [[nodiscard]] Qt::Alignment alignment(int column) const override;

private:
    struct Page
    {
        QList<store::RecordingRow> rows;
        store::RecordingTotals totals;
    };

    void request(int count);
    void take(const Result<Page> &page);

    QLocale m_locale;
    QTimeZone m_zone;
    store::RecordingQuery m_query;
    bool m_isLoaded = false;
    bool m_isFetching = false;
    store::RecordingTotals m_totals;
    LiveQuery<Page> m_recordings;
};

} // namespace lectern::models
