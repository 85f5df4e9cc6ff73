// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filters/filterchoicelists.h"

#include "models/viewer.h"
#include "ui/common/notices.h"
#include "ui/filters/filterbox.h"
#include "ui/filters/periodpicker.h"

namespace lectern::ui {

FilterChoiceLists::FilterChoiceLists(
    const Services &services, FilterBox *course, FilterBox *host, PeriodPicker *period, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_course(course)
    , m_host(host)
    , m_period(period)
    , m_choices(services.reader, store::ChangeNotice::Courses | store::ChangeNotice::Hosts,
          [this](const Result<models::FilterChoices> &choices) {
              if (choices)
                  fill(*choices);
              else
                  m_services.notices.fail(choices.error());
          })
{ }

void FilterChoiceLists::load()
{
    m_choices.ask(
        [viewer = m_services.viewer.person(), &clock = m_services.clock](
            store::Database &database) { return models::loadFilterChoices(database, clock, viewer); });
}

void FilterChoiceLists::fill(const models::FilterChoices &choices)
{
    QList<FilterBox::Choice> courses;
    for (const school::Course &course : choices.courses) {
        const bool isTitled = course.title != course.code;
        courses.append({isTitled ? tr("%1 · %2", "code, title").arg(course.code, course.title) : course.code,
            course.id.value});
    }
    m_course->setChoices(courses);
    QList<FilterBox::Choice> hosts;
    for (const school::Host &host : choices.hosts)
        hosts.append({host.name.isEmpty() ? host.email : host.name, host.zoomUserId});
    m_host->setChoices(hosts);
    m_period->setTerm(choices.term);
}

} // namespace lectern::ui
