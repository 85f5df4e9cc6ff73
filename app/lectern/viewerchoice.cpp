// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewerchoice.h"

#include "store/personrepository.h"
#include "ui/common/notices.h"
#include "ui/shell/mainwindow.h"

namespace lectern::app {

namespace {

/// Enough of each role to see what differs, few enough for a menu.
constexpr int peopleOfEachRole = 6;

QString roleWord(school::Role role)
{
    switch (role) {
    case school::Role::Learner:
        return ViewerChoice::tr("learner");
    case school::Role::Teacher:
        return ViewerChoice::tr("teacher");
    case school::Role::Administrator:
        return ViewerChoice::tr("administrator");
    }
    Q_UNREACHABLE();
}

Result<QList<school::Person>> someOfEachRole(const store::PersonRepository &people)
{
    QList<school::Person> some;
    for (const school::Role role :
        {school::Role::Administrator, school::Role::Teacher, school::Role::Learner}) {
        store::PersonQuery query;
        query.role = role;
        query.limit = peopleOfEachRole;
        auto found = people.list(query);
        if (!found)
            return found;
        some += *found;
    }
    return some;
}

} // namespace

ViewerChoice::ViewerChoice(models::StoreReader &reader, models::Viewer &viewer, ui::MainWindow &window,
    ui::Notices &notices, Freedom freedom)
    : QObject(&window)
    , m_viewer(viewer)
    , m_window(window)
    , m_notices(notices)
    , m_freedom(freedom)
    , m_query(reader, store::ChangeNotice::People,
          [this](const Result<QList<school::Person>> &people) { arrived(people); })
{
    connect(&window, &ui::MainWindow::viewerChosen, this, &ViewerChoice::choose);
}

void ViewerChoice::setMe(const QString &email)
{
    m_wanted = email;
    m_query.ask([email, freedom = m_freedom](store::Database &database) -> Result<QList<school::Person>> {
        const store::PersonRepository people(database);
        auto me = people.findByEmail(email);
        if (!me)
            return std::unexpected(me.error());
        QList<school::Person> all;
        if (freedom == Freedom::Anybody) {
            auto some = someOfEachRole(people);
            if (!some)
                return some;
            all = *some;
        }
        if (*me && !all.contains(**me))
            all.prepend(**me);
        return all;
    });
}

void ViewerChoice::arrived(const Result<QList<school::Person>> &people)
{
    if (!people) {
        m_notices.fail(people.error()); // whoever was shown stays
        return;
    }
    m_people = *people;
    choose(m_wanted);
}

void ViewerChoice::choose(const QString &email)
{
    m_wanted = email;
    for (const school::Person &person : std::as_const(m_people)) {
        if (person.email.compare(email, Qt::CaseInsensitive) == 0)
            m_viewer.setPerson(person);
    }
    showChoice();
}

void ViewerChoice::showChoice()
{
    QList<ui::Viewer> viewers;
    for (const school::Person &person : std::as_const(m_people))
        viewers.append({person.email, person.name, roleWord(person.role)});
    m_window.setViewers(viewers, m_viewer.person().email);
}

} // namespace lectern::app
