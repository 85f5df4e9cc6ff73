// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordings/recordingfilters.h"

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
    Period::AllDates, Period::Today, Period::ThisWeek, Period::ThisMonth, Period::Custom};

} // namespace

RecordingFilters::RecordingFilters(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Find by topic, course or host")))
    , m_period(new PeriodPicker(services.clock, offeredPeriods))
    , m_course(new FilterBox(tr("Course"), tr("Any course")))
    , m_host(new FilterBox(tr("Host"), tr("Any host")))
    , m_clear(new LinkLabel(tr("Clear filters")))
    , m_lists(new FilterChoiceLists(services, m_course, m_host, m_period, this))
{
    m_search->setObjectName(u"search"_s);
    m_course->setObjectName(u"course"_s);
    m_host->setObjectName(u"host"_s);
    m_clear->setObjectName(u"clearFilters"_s);
    setUpLayout();
    connectParts();
}

void RecordingFilters::setUpLayout()
{
    auto *upper = new QHBoxLayout;
    upper->setSpacing(space::s);
    upper->addWidget(m_search, 1);
    upper->addWidget(m_period);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(space::s);
    lower->addWidget(m_course);
    lower->addWidget(m_host);
    lower->addWidget(m_clear);
    lower->addStretch(1);
    m_clear->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(upper);
    column->addLayout(lower);
}

void RecordingFilters::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &RecordingFilters::onChanged);
    connect(m_period, &PeriodPicker::changed, this, &RecordingFilters::onChanged);
    for (FilterBox *box : {m_course, m_host})
        connect(box, &FilterBox::chosenChanged, this, &RecordingFilters::onChanged);
    connect(m_clear, &QAbstractButton::clicked, this, &RecordingFilters::clear);
}

void RecordingFilters::onChanged()
{
    m_clear->setVisible(isNarrowing());
    Q_EMIT changed();
}

void RecordingFilters::load()
{
    m_lists->load();
}

void RecordingFilters::applyTo(store::RecordingQuery &query) const
{
    query.text = m_search->text();
    query.from = m_period->from();
    query.to = m_period->to();
    query.course.reset();
    if (m_course->isNarrowing())
        query.course = CourseId{m_course->chosen().toLongLong()};
    query.hostZoomUserId = m_host->chosen().toString();
}

bool RecordingFilters::isNarrowing() const
{
    return !m_search->text().isEmpty() || m_period->isNarrowing() || m_course->isNarrowing()
        || m_host->isNarrowing();
}

/// One change is told, not one for each part.
void RecordingFilters::clear()
{
    {
        const QSignalBlocker blocker(this);
        m_search->clear();
        m_period->reset();
        m_course->chooseAny();
        m_host->chooseAny();
    }
    m_search->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

} // namespace lectern::ui
