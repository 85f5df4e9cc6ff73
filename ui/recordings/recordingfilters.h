// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordingrepository.h"
#include "ui/common/services.h"

#include <QWidget>

namespace lectern::ui {

class FilterBox;
class FilterChoiceLists;
class LinkLabel;
class PeriodPicker;
class SearchField;

/// What narrows the list of recordings: words, dates, course and host.
class RecordingFilters : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingFilters(const Services &services, QWidget *parent = nullptr);

    /// Reads the courses, hosts and the term to choose from.
    void load();
    /// Narrows the query to what is chosen; the rest of it stays.
    void applyTo(store::RecordingQuery &query) const;
    [[nodiscard]] bool isNarrowing() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    void setUpLayout();
    void connectParts();
    void onChanged();

    SearchField *m_search;
    PeriodPicker *m_period;
    FilterBox *m_course;
    FilterBox *m_host;
    LinkLabel *m_clear;
    FilterChoiceLists *m_lists;
};

} // namespace lectern::ui
