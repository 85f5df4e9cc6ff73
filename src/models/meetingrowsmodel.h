// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowtablemodel.h"
#include "store/rows.h"

#include <QLocale>
#include <QTimeZone>

namespace lectern::models {

/// Lines of meetings given from outside. Texts are in the given locale and zone.
class MeetingRowsModel : public RowTableModel<store::MeetingRow>
{
    Q_OBJECT

public:
    enum Column { When, Time, Topic, Course, Host, Kind, Status, Duration, Registered, ColumnCount };
    Q_ENUM(Column)

    MeetingRowsModel(const QLocale &locale, const QTimeZone &zone, QObject *parent = nullptr);

    using RowTableModel::setRows;

protected:
    [[nodiscard]] QString keyOf(const store::MeetingRow &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const store::MeetingRow &row) const override;
    [[nodiscard]] Qt::Alignment alignment(int column) const override;

private:
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace lectern::models
