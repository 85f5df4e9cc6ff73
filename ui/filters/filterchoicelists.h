// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filterchoices.h"
#include "models/livequery.h"
#include "ui/common/services.h"

namespace lectern::ui {

class FilterBox;
class PeriodPicker;

/// Fills a page's filters with the school's courses, hosts and term, and keeps them up to date.
class FilterChoiceLists : public QObject
{
    Q_OBJECT

public:
    FilterChoiceLists(const Services &services, FilterBox *course, FilterBox *host, PeriodPicker *period,
        QObject *parent = nullptr);

    /// Asks for the viewer of the moment; to be called once the page is wanted, and when the viewer changed.
    void load();

private:
    void fill(const models::FilterChoices &choices);

    Services m_services;
    FilterBox *m_course;
    FilterBox *m_host;
    PeriodPicker *m_period;
    models::LiveQuery<models::FilterChoices> m_choices;
};

} // namespace lectern::ui
