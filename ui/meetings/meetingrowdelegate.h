// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"
#include "ui/widgets/rowdelegate.h"

#include <QLocale>
#include <QTimeZone>

namespace lectern::store {
struct MeetingRow;
}

namespace lectern::models {
class MeetingRowsModel;
}

namespace lectern::ui {

class EntryController;
class RowListView;

/// Draws lines of meetings from a models::MeetingRowsModel wherever they are listed, and presses their
/// button.
class MeetingRowDelegate : public RowDelegate
{
    Q_OBJECT

public:
    enum class When {
        TimeOnly, ///< under a heading that names the day
        DayAndTime,
    };
    enum class Belonging {
        Shown, ///< "· BIO 1A": where meetings of several owners are mixed
        Hidden, ///< on a page that is about one owner
    };

    MeetingRowDelegate(EntryController &entry, When when, Belonging belonging, QObject *parent = nullptr);

    void setBelonging(Belonging belonging) { m_belonging = belonging; }
    [[nodiscard]] RowContent content(const QModelIndex &index) const override;

    /// Installs the delegate on a list whose model is a models::MeetingRowsModel, repaints it when the
    /// controller's buttons change, and lets the rows' buttons do what they say.
    static MeetingRowDelegate *install(
        RowListView *list, EntryController &entry, When when, Belonging belonging);

private:
    [[nodiscard]] QString timeText(const store::MeetingRow &row) const;
    [[nodiscard]] QString detailText(const store::MeetingRow &row) const;
    /// As wide a column for the details as they need, and none where no line has any.
    void makeRoomForDetails(const models::MeetingRowsModel &rows);

    EntryController &m_entry;
    When m_when;
    Belonging m_belonging;
    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

/// Who is in a live meeting: "23 of 27 here", "3 here"; empty where nobody knows.
[[nodiscard]] QString presenceText(const store::MeetingRow &row, const QLocale &locale);

/// The states of a line as chips, the most urgent first.
[[nodiscard]] QList<ChipText> meetingChips(const store::MeetingRow &row);

/// Whose meeting it is, shortly: "BIO 1A, group 2", "My meeting", "Everyone".
[[nodiscard]] QString meetingBelonging(const store::MeetingRow &row);

/// The colour of the line's stripe: its course's, or a neutral one.
[[nodiscard]] QColor meetingStripe(const store::MeetingRow &row, Scheme scheme);

} // namespace lectern::ui
