// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rows.h"
#include "ui/common/services.h"

#include <QWidget>

namespace lectern::ui {

class FilterBox;
class FilterChoiceLists;
class LinkLabel;
class PeriodPicker;
class SearchField;

/// What narrows the list of all meetings: words, dates, kind, course, host and status.
class MeetingFilters : public QWidget
{
    Q_OBJECT

public:
    explicit MeetingFilters(const Services &services, QWidget *parent = nullptr);

    /// Reads the courses, hosts and the term to choose from.
    void load();
    /// Narrows the query to what is chosen; the rest of it stays.
    void applyTo(store::MeetingQuery &query) const;

    /// Whether anything is not as it was at first.
    [[nodiscard]] bool isNarrowing() const;
    /// Whether something besides the dates is chosen or typed.
    [[nodiscard]] bool isFinding() const;
    void clear();
    /// Whether only a part of all dates is looked at.
    [[nodiscard]] bool isPeriodLimited() const;
    void lookAtAllDates();

Q_SIGNALS:
    void changed();

private:
    void setUpChoices();
    void setUpLayout();
    void connectParts();
    void onChanged();
    [[nodiscard]] QList<FilterBox *> boxes() const { return {m_kind, m_course, m_host, m_status}; }

    SearchField *m_search;
    PeriodPicker *m_period;
    FilterBox *m_kind;
    FilterBox *m_course;
    FilterBox *m_host;
    FilterBox *m_status;
    LinkLabel *m_clear;
    FilterChoiceLists *m_lists;
};

} // namespace lectern::ui
