// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/all/meetingfilters.h"

#include "school/meetingwords.h"
#include "ui/filters/filterbox.h"
#include "ui/filters/filterchoicelists.h"
#include "ui/filters/periodpicker.h"
#include "ui/style/tokens.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

const QList<Period> offeredPeriods{
    Period::FromToday, Period::Today, Period::ThisWeek, Period::ThisMonth, Period::AllDates, Period::Custom};

} // namespace

MeetingFilters::MeetingFilters(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Find by topic, course, host or number")))
    , m_period(new PeriodPicker(services.clock, offeredPeriods))
    , m_kind(new FilterBox(tr("Kind"), tr("Any kind")))
    , m_course(new FilterBox(tr("Course"), tr("Any course")))
    , m_host(new FilterBox(tr("Host"), tr("Any host")))
    , m_status(new FilterBox(tr("Status"), tr("Any status")))
    , m_clear(new LinkLabel(tr("Clear filters")))
    , m_lists(new FilterChoiceLists(services, m_course, m_host, m_period, this))
{
    m_search->setObjectName(u"search"_s);
    m_kind->setObjectName(u"kind"_s);
    m_course->setObjectName(u"course"_s);
    m_host->setObjectName(u"host"_s);
    m_status->setObjectName(u"status"_s);
    m_clear->setObjectName(u"clearFilters"_s);
    setUpChoices();
    setUpLayout();
    connectParts();
}

void MeetingFilters::setUpChoices()
{
    using school::MeetingKind;
    using school::MeetingStatus;
    QList<FilterBox::Choice> kinds;
    for (const auto kind : {MeetingKind::Course, MeetingKind::User, MeetingKind::Global})
        kinds.append({school::kindName(kind), static_cast<int>(kind)});
    m_kind->setChoices(kinds);
    QList<FilterBox::Choice> statuses;
    for (const auto status :
        {MeetingStatus::Started, MeetingStatus::Waiting, MeetingStatus::Ended, MeetingStatus::Deleted})
        statuses.append({school::statusName(status), static_cast<int>(status)});
    m_status->setChoices(statuses);
}

void MeetingFilters::setUpLayout()
{
    auto *upper = new QHBoxLayout;
    upper->setSpacing(space::s);
    upper->addWidget(m_search, 1);
    upper->addWidget(m_period);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(space::s);
    for (FilterBox *box : boxes())
        lower->addWidget(box);
    lower->addWidget(m_clear);
    lower->addStretch(1);
    m_clear->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(upper);
    column->addLayout(lower);
}

void MeetingFilters::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &MeetingFilters::onChanged);
    connect(m_period, &PeriodPicker::changed, this, &MeetingFilters::onChanged);
    for (FilterBox *box : boxes())
        connect(box, &FilterBox::chosenChanged, this, &MeetingFilters::onChanged);
    connect(m_clear, &QAbstractButton::clicked, this, &MeetingFilters::clear);
}

void MeetingFilters::onChanged()
{
    m_clear->setVisible(isNarrowing());
    Q_EMIT changed();
}

void MeetingFilters::load()
{
    m_lists->load();
}

void MeetingFilters::applyTo(store::MeetingQuery &query) const
{
    query.text = m_search->text();
    query.from = m_period->from();
    query.to = m_period->to();
    query.kind.reset();
    if (m_kind->isNarrowing())
        query.kind = static_cast<school::MeetingKind>(m_kind->chosen().toInt());
    query.course.reset();
    if (m_course->isNarrowing())
        query.course = CourseId{m_course->chosen().toLongLong()};
    query.hostZoomUserId = m_host->chosen().toString();
    query.statuses.clear();
    if (m_status->isNarrowing())
        query.statuses = {static_cast<school::MeetingStatus>(m_status->chosen().toInt())};
}

bool MeetingFilters::isNarrowing() const
{
    return m_period->isNarrowing() || isFinding();
}

bool MeetingFilters::isFinding() const
{
    const QList<FilterBox *> all = boxes();
    return !m_search->text().isEmpty()
        || std::any_of(all.begin(), all.end(), [](const FilterBox *box) { return box->isNarrowing(); });
}

/// One change is told, not one for each part.
void MeetingFilters::clear()
{
    {
        const QSignalBlocker blocker(this);
        m_search->clear();
        m_period->reset();
        for (FilterBox *box : boxes())
            box->chooseAny();
    }
    m_search->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

bool MeetingFilters::isPeriodLimited() const
{
    return m_period->period() != Period::AllDates;
}

void MeetingFilters::lookAtAllDates()
{
    m_period->choose(Period::AllDates);
}

} // namespace lectern::ui
