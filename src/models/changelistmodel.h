// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/rowtablemodel.h"
#include "store/rows.h"

#include <QLocale>
#include <QTimeZone>

namespace lectern::models {

/// What Zoom must still be told: of everything, or of one meeting.
class ChangeListModel : public RowTableModel<store::ChangeRow>
{
    Q_OBJECT

public:
    enum Column { What, Meeting, Since, State, Problem, ColumnCount };

    ChangeListModel(
        StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent = nullptr);

    void showAll();
    void showMeeting(MeetingId meeting);

Q_SIGNALS:
    void loaded();
    void failed(const lectern::Error &error);

protected:
    [[nodiscard]] QString keyOf(const store::ChangeRow &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const store::ChangeRow &row) const override;

private:
    QLocale m_locale;
    QTimeZone m_zone;
    LiveQuery<QList<store::ChangeRow>> m_changes;
};

} // namespace lectern::models
