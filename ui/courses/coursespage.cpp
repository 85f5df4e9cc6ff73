// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/courses/coursespage.h"

#include "models/viewer.h"
#include "school/permissions.h"
#include "ui/common/notices.h"
#include "ui/courses/addcoursedialog.h"
#include "ui/courses/courserowdelegate.h"
#include "ui/meetings/meetinglistpanel.h"
#include "ui/style/buttonrole.h"
#include "ui/style/fonts.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/rowlistview.h"
#include "ui/widgets/searchfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lectern::ui {

CoursesPage::CoursesPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_courses(services.reader)
    , m_search(new SearchField(tr("Find a course")))
    , m_list(new RowListView(tr("Courses")))
    , m_add(new QPushButton(tr("Add a course…")))
    , m_header(new PageHeader({}))
    , m_session(new QComboBox)
    , m_startNow(new QPushButton(tr("Start now")))
    , m_schedule(new QPushButton(tr("Schedule…")))
    , m_meetings(new MeetingListPanel(services, MeetingRowDelegate::Belonging::Hidden))
    , m_side(new QWidget)
    , m_course(new QWidget)
    , m_notFound(new EmptyState(themedIcon(u"edit-find"_s), {}, {}))
    , m_empty(new EmptyState(themedIcon(u"system-users"_s), tr("No courses here yet"), {}))
    , m_stack(new QStackedWidget)
{
    setUpSide();
    setUpCourse();
    setUpLayout();
    connect(&m_courses, &models::CourseListModel::loaded, this, &CoursesPage::onCoursesLoaded);
    connect(&m_courses, &models::CourseListModel::failed, &services.notices, &Notices::fail);
    connect(&services.viewer, &models::Viewer::changed, this, &CoursesPage::reload);
    reload();
}

void CoursesPage::setUpSide()
{
    m_search->setObjectName(u"findCourse"_s);
    m_list->setFrame(RowListView::Frame::None);
    m_list->setModel(&m_courses);
    m_list->setRowDelegate(new CourseRowDelegate(m_list));
    m_add->setObjectName(u"addCourse"_s);
    setButtonRole(m_add, ButtonRole::Link);
    connect(m_search, &QLineEdit::textChanged, this, &CoursesPage::reload);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CoursesPage::choose);
    connect(m_add, &QPushButton::clicked, this, &CoursesPage::addCourse);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_add, 0, Qt::AlignLeft);
}

void CoursesPage::setUpCourse()
{
    m_session->setAccessibleName(tr("Session"));
    m_startNow->setObjectName(u"startNow"_s);
    m_schedule->setObjectName(u"schedule"_s);
    setButtonRole(m_schedule, ButtonRole::Primary);
    m_header->addAction(m_startNow);
    m_header->addAction(m_schedule);
    connect(m_startNow, &QPushButton::clicked, this, [this] { Q_EMIT startNowRequested(chosenOwner()); });
    connect(m_schedule, &QPushButton::clicked, this, [this] { Q_EMIT scheduleRequested(chosenOwner()); });
    connect(m_session, &QComboBox::activated, this, &CoursesPage::showMeetings);
    connect(m_meetings, &MeetingListPanel::openMeeting, this, &CoursesPage::openMeeting);
    connect(m_meetings, &MeetingListPanel::offersActionChanged, this, [this] {
        setButtonRole(m_schedule, m_meetings->offersAction() ? ButtonRole::Quiet : ButtonRole::Primary);
    });
    connect(m_meetings, &MeetingListPanel::emptyActionTriggered, m_schedule, &QPushButton::click);
    auto *column = new QVBoxLayout(m_course);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_session, 0, Qt::AlignLeft);
    column->addWidget(m_meetings, 1);
}

void CoursesPage::setUpLayout()
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xl);
    row->addWidget(m_side);
    row->addWidget(m_course, 1);
    row->addWidget(m_notFound, 1);
    connect(m_notFound, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    fitSide();
    m_stack->addWidget(both);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this, &CoursesPage::addCourse);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::xl, space::l, space::xl, space::l);
    whole->addWidget(m_stack);
}

void CoursesPage::showCourse(CourseId course)
{
    m_wanted = course;
    m_search->clear();
    onCoursesLoaded();
}

void CoursesPage::reload()
{
    m_courses.show(m_services.viewer.person(), m_search->text());
}

void CoursesPage::onCoursesLoaded()
{
    showPlace();
    fitSide();
    QModelIndex wanted = m_courses.indexOf(m_wanted);
    if (wanted.isValid())
        m_wanted = {};
    else if (m_list->currentIndex().isValid())
        wanted = m_list->currentIndex();
    else
        wanted = m_courses.index(0, 0);
    if (wanted != m_list->currentIndex())
        m_list->setCurrentIndex(wanted);
    else
        choose(wanted); // the same course, whose facts may have changed
}

void CoursesPage::showPlace()
{
    const bool mayAdd = m_services.viewer.person().role != school::Role::Learner;
    const bool isSearch = !m_search->text().isEmpty();
    m_add->setVisible(mayAdd);
    m_empty->setWords(tr("No courses here yet"),
        mayAdd ? tr("Courses come with the school's roster, or add one yourself.")
               : tr("The courses you are enrolled in appear here."));
    m_empty->setAction(mayAdd ? tr("Add a course…") : QString());
    m_notFound->setWords(tr("No course is called “%1”.").arg(m_search->text()),
        tr("Look for the beginning of a word of its code or title."));
    m_notFound->setAction(isSearch ? tr("Show all courses") : QString());
    m_stack->setCurrentIndex(m_courses.rowCount() == 0 && !isSearch ? 1 : 0);
}

/// A course is known by its code, which is never cut while there is room; its title may be.
void CoursesPage::fitSide()
{
    const QFontMetrics metrics(fontFor(TextRole::Strong, m_list->font()));
    const int character = fontMetrics().averageCharWidth();
    int widest = 0;
    for (int line = 0; line < m_courses.rowCount(); ++line)
        widest = std::max(widest, metrics.horizontalAdvance(m_courses.rowAt(line).course.code));
    const int besideTheCode = character * 14;
    m_side->setFixedWidth(std::clamp(widest + besideTheCode, character * 34, character * 56));
}

void CoursesPage::choose(const QModelIndex &index)
{
    const store::CourseRow *row = m_courses.row(index);
    m_course->setVisible(row != nullptr);
    m_notFound->setVisible(!row && !m_search->text().isEmpty());
    if (!row)
        return;
    const bool isOther = !m_chosen || m_chosen->course.id != row->course.id;
    m_chosen = *row;
    showHeader();
    if (!isOther)
        return;
    showSessions();
    showMeetings();
}

void CoursesPage::showHeader()
{
    const bool maySchedule = school::maySchedule(m_services.viewer.person().role).allowed;
    const school::Course &course = m_chosen->course;
    m_header->setTitle(course.title == course.code
            ? course.code
            : tr("%1 · %2", "code, title").arg(course.code, course.title));
    QStringList facts{tr("%n learner(s)", nullptr, m_chosen->learners)};
    if (!m_chosen->groups.isEmpty())
        facts.append(tr("%n group(s)", nullptr, static_cast<int>(m_chosen->groups.size())));
    if (m_chosen->sessions.size() == 1)
        facts.append(m_chosen->sessions.first().title);
    m_header->setSubtitle(facts.join(u" · "_s));
    m_startNow->setVisible(maySchedule);
    m_schedule->setVisible(maySchedule);
    m_meetings->setEmptyWords({.upcoming = tr("No meetings ahead"),
        .explanation = tr("Meetings of %1 appear here for everyone enrolled.").arg(course.code),
        .action = maySchedule ? tr("Schedule a meeting…") : QString()});
}

void CoursesPage::showSessions()
{
    m_session->clear();
    m_session->addItem(tr("All sessions"));
    for (const school::Session &session : std::as_const(m_chosen->sessions))
        m_session->addItem(session.title, QVariant::fromValue(session.id.value));
    m_session->setVisible(m_chosen->sessions.size() > 1);
}

void CoursesPage::showMeetings()
{
    store::MeetingQuery scope;
    scope.viewer = m_services.viewer.person().id;
    if (m_services.viewer.person().role != school::Role::Administrator)
        scope.scope = store::MeetingQuery::Scope::ViewersOwn;
    scope.course = m_chosen->course.id;
    if (m_session->currentIndex() > 0)
        scope.session = SessionId{m_session->currentData().toLongLong()};
    m_meetings->show(scope);
}

school::CourseOwner CoursesPage::chosenOwner() const
{
    school::CourseOwner owner;
    if (!m_chosen)
        return owner;
    owner.course = m_chosen->course.id;
    if (m_session->currentIndex() > 0)
        owner.session = SessionId{m_session->currentData().toLongLong()};
    else if (m_chosen->sessions.size() == 1)
        owner.session = m_chosen->sessions.first().id;
    return owner;
}

void CoursesPage::addCourse()
{
    auto *dialog = new AddCourseDialog(m_services.commands, this);
    connect(dialog, &AddCourseDialog::added, this, &CoursesPage::showCourse);
    dialog->open();
}

} // namespace lectern::ui
