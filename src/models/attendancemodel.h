// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attendance.h"
#include "models/livequery.h"
#include "models/rowtablemodel.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace lectern::models {

/// Who is in one meeting, waits, left or is missed; kept fresh by the store, narrowed by state and by what
/// was typed.
class AttendanceModel : public RowTableModel<AttendanceRow>
{
    Q_OBJECT

public:
    enum Column { Name, Email, State, Joined, Left, ColumnCount };

    AttendanceModel(
        StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent = nullptr);

    void setMeeting(MeetingId meeting);
    /// Both narrow what is shown at once, without asking the store; no state means all.
    void setFilter(std::optional<AttendanceRow::State> state, const QString &text);

    /// Of all, whatever the filter hides.
    [[nodiscard]] int count(AttendanceRow::State state) const;
    /// Whether anybody came at all.
    [[nodiscard]] bool hasAnybodyCome() const;
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void loaded();
    void failed(const lectern::Error &error);

protected:
    [[nodiscard]] QString keyOf(const AttendanceRow &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const AttendanceRow &row) const override;

private:
    void refilter(Arrival arrival);
    [[nodiscard]] bool isShown(const AttendanceRow &row) const;

    QLocale m_locale;
    QTimeZone m_zone;
    QList<AttendanceRow> m_all;
    std::optional<AttendanceRow::State> m_state;
    QString m_text;
    bool m_isLoaded = false;
    LiveQuery<QList<AttendanceRow>> m_people;
};

} // namespace lectern::models
