// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/rowtablemodel.h"
#include "store/rows.h"

#include <QLocale>
#include <QTimeZone>

namespace lectern::models {

/// Who registered for one meeting, narrowed by status and by what was typed.
class RegistrantListModel : public RowTableModel<store::RegistrantRow>
{
    Q_OBJECT

public:
    enum Column { Name, Email, KnownAs, Status, Registered, Link, ColumnCount };

    RegistrantListModel(
        StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent = nullptr);

    void setMeeting(MeetingId meeting);
    /// Both narrow what is shown at once, without asking the store; no status means all.
    void setFilter(std::optional<store::RegistrantRow::Status> status, const QString &text);
    /// Of all that registered, whatever the filter hides.
    [[nodiscard]] int count(store::RegistrantRow::Status status) const;
    [[nodiscard]] int total() const { return static_cast<int>(m_all.size()); }

Q_SIGNALS:
    void loaded();
    void failed(const lectern::Error &error);

protected:
    [[nodiscard]] QString keyOf(const store::RegistrantRow &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const store::RegistrantRow &row) const override;

private:
    void refilter();
    [[nodiscard]] bool isShown(const store::RegistrantRow &row) const;

    QLocale m_locale;
    QTimeZone m_zone;
    QList<store::RegistrantRow> m_all;
    std::optional<store::RegistrantRow::Status> m_status;
    QString m_text;
    LiveQuery<QList<store::RegistrantRow>> m_registrants;
};

} // namespace lectern::models
