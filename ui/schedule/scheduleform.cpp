// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/scheduleform.h"

#include "models/seriespreview.h"
#include "school/dateformat.h"
#include "school/localtime.h"
#include "school/meetingwords.h"
#include "ui/schedule/clashnotice.h"
#include "ui/schedule/durationbox.h"
#include "ui/schedule/everyonebox.h"
#include "ui/schedule/formfield.h"
#include "ui/schedule/hostchoice.h"
#include "ui/schedule/meetingoptions.h"
#include "ui/schedule/ownerchoice.h"
#include "ui/schedule/recurrenceeditor.h"
#include "ui/schedule/timeedit.h"
#include "ui/style/tokens.h"
#include "ui/widgets/collapsiblesection.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using models::ScheduleFields;

namespace {

QHBoxLayout *rowOf(std::initializer_list<std::pair<QWidget *, int>> parts)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    for (const auto &[widget, stretch] : parts)
        row->addWidget(widget, stretch);
    return row;
}

} // namespace

ScheduleForm::ScheduleForm(QWidget *parent)
    : QWidget(parent)
    , m_topic(new QLineEdit)
    , m_owner(new OwnerChoice)
    , m_host(new HostChoice)
    , m_day(new QDateEdit)
    , m_time(new TimeEdit)
    , m_duration(new DurationBox)
    , m_clash(new ClashNotice)
    , m_everyone(new EveryoneBox)
    , m_recurrence(new RecurrenceEditor)
    , m_options(new MeetingOptions)
    , m_topicField(new FormField(tr("&Topic"), m_topic))
    , m_ownerField(new FormField(tr("&For"), m_owner))
    , m_hostField(new FormField(tr("H&ost"), m_host))
    , m_dayField(new FormField(tr("&Day"), m_day))
    , m_timeField(new FormField(tr("&At"), m_time))
    , m_durationField(new FormField(tr("For how &long"), m_duration))
    , m_repeat(new CollapsibleSection(tr("Repeat")))
    , m_more(new CollapsibleSection(tr("More options")))
{
    setUpNames();
    setUpSignals();
    setUpLayout();
}

void ScheduleForm::setUpNames()
{
    m_topic->setObjectName(u"topic"_s);
    m_topic->setPlaceholderText(tr("What people will see in their lists"));
    m_owner->setObjectName(u"owner"_s);
    m_host->setObjectName(u"host"_s);
    m_day->setObjectName(u"day"_s);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(
        school::dateFormat(school::DateNames::Short, school::Weekday::Shown, school::Year::Shown, locale()));
    m_time->setObjectName(u"time"_s);
    m_duration->setObjectName(u"duration"_s);
    m_clash->setObjectName(u"clash"_s);
    m_everyone->setObjectName(u"registerEveryone"_s);
    m_repeat->setObjectName(u"repeat"_s);
    m_more->setObjectName(u"more"_s);
}

void ScheduleForm::setUpSignals()
{
    const auto tells = [this](const QString &field) { return [this, field] { onEdited(field); }; };
    connect(m_topic, &QLineEdit::textEdited, this, tells(u"topic"_s));
    connect(m_owner, &ChoiceBox::chosen, this, tells(u"owner"_s));
    connect(m_host, &ChoiceBox::chosen, this, tells(u"hostZoomUserId"_s));
    connect(m_day, &QDateEdit::dateChanged, this, tells(u"start"_s));
    connect(m_time, &QTimeEdit::timeChanged, this, tells(u"start"_s));
    connect(m_duration, &DurationBox::edited, this, tells(u"duration"_s));
    connect(m_recurrence, &RecurrenceEditor::edited, this, tells(u"recurrence"_s));
    connect(m_options, &MeetingOptions::edited, this, &ScheduleForm::onEdited);
    connect(m_everyone, &QCheckBox::clicked, this, &ScheduleForm::followEveryone);
    connect(m_repeat, &CollapsibleSection::toggled, this, &ScheduleForm::showRepeatSummary);
    connect(m_clash, &ClashNotice::freeStartChosen, this, &ScheduleForm::takeFreeStart);
}

void ScheduleForm::setUpLayout()
{
    m_repeat->setContent(m_recurrence);
    m_more->setContent(m_options);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, 0, space::xl, 0);
    column->setSpacing(space::m);
    column->addWidget(m_topicField);
    column->addLayout(rowOf({{m_ownerField, 1}, {m_hostField, 1}}));
    column->addLayout(rowOf({{m_dayField, 3}, {m_timeField, 2}, {m_durationField, 3}}));
    column->addWidget(m_clash);
    column->addWidget(m_everyone);
    column->addSpacing(space::xs);
    column->addWidget(m_repeat);
    column->addWidget(m_more);
    column->addStretch(1);
}

void ScheduleForm::setKind(Kind kind)
{
    m_kind = kind;
    applyKind();
}

void ScheduleForm::applyKind()
{
    const bool isOneDate = m_kind == Kind::OneDate;
    const QString forAllOnly =
        isOneDate ? tr("The same for all dates of the series. Choose “All” to change it.") : QString();
    m_topicField->setLocked(forAllOnly);
    m_ownerField->setLocked(forAllOnly);
    m_hostField->setLocked(
        m_kind == Kind::New ? QString() : tr("A meeting keeps its host. Schedule a new one for another."));
    for (FormField *field : {m_dayField, m_timeField, m_durationField})
        field->setVisible(m_kind != Kind::Untimed);
    m_everyone->setOffered(m_kind == Kind::New);
    m_repeat->setVisible(m_kind == Kind::New || m_kind == Kind::Series);
    m_recurrence->setKind(
        m_kind == Kind::Series ? RecurrenceEditor::Kind::Series : RecurrenceEditor::Kind::Free);
    m_recurrence->setEnabled(m_optionsReason.isEmpty());
    m_options->lockAll(m_optionsReason);
    if (m_optionsReason.isEmpty())
        m_options->lockAllButOneDate(forAllOnly);
}

void ScheduleForm::setOptionsLocked(const QString &reason)
{
    m_optionsReason = reason;
    applyKind();
}

void ScheduleForm::setChoices(const models::ScheduleChoices &choices)
{
    m_owner->setOptions(choices.owners);
    m_host->setHosts(choices.hosts, choices.ownHost);
    if (choices.meetingHost)
        m_host->setHost(choices.meetingHost->zoomUserId, choices.meetingHost);
    m_options->setHost(m_host->host());
    m_options->setTag(agendaTag());
    m_everyone->setPossible(m_options->canRegister());
}

void ScheduleForm::setFields(const ScheduleFields &fields)
{
    const QSignalBlocker quiet(this);
    if (m_topic->text() != fields.topic)
        m_topic->setText(fields.topic);
    if (m_owner->owner() != fields.owner)
        m_owner->setOwner(fields.owner);
    if (m_host->zoomUserId() != fields.hostZoomUserId)
        m_host->setHost(fields.hostZoomUserId);
    m_recurrence->setZone(QTimeZone(fields.timeZone));
    m_recurrence->setFirstDay(fields.day);
    m_recurrence->setRecurrence(fields.recurrence);
    m_day->setDate(fields.day);
    m_time->setTime(fields.time);
    if (m_duration->duration().value_or(std::chrono::minutes(0)) != fields.duration)
        m_duration->setDuration(fields.duration);
    m_options->setFields(fields);
    m_options->setHost(m_host->host());
    m_options->setTag(agendaTag());
    m_everyone->setPossible(m_options->canRegister());
    m_repeat->setExpanded(m_repeat->isExpanded() || fields.recurrence.has_value());
    m_more->setSummary(m_options->summary());
    showZoneHint();
}

ScheduleFields ScheduleForm::fields() const
{
    ScheduleFields fields;
    fields.topic = m_topic->text();
    fields.owner = m_owner->owner();
    fields.hostZoomUserId = m_host->zoomUserId();
    if (m_kind != Kind::Untimed) {
        fields.day = m_day->date();
        fields.time = m_time->time();
    }
    fields.duration = m_duration->duration().value_or(std::chrono::minutes(0));
    if (m_kind == Kind::New || m_kind == Kind::Series)
        fields.recurrence = m_recurrence->recurrence();
    m_options->fill(fields);
    return fields;
}

QList<FieldError> ScheduleForm::ownProblems() const
{
    QList<FieldError> problems;
    if (!m_duration->duration()) {
        problems.append({u"duration"_s,
            tr("“%1” is no length of time. Write it like 45, 45 minutes or 1 h 30.")
                .arg(m_duration->currentText())});
    }
    if (!m_owner->owner())
        problems.append({u"owner"_s, tr("Choose for whom the meeting is.")});
    else if (m_owner->isGone() && m_kind != Kind::OneDate)
        problems.append({u"owner"_s, tr("This is no longer there. Choose for whom the meeting is.")});
    if (m_kind == Kind::New && m_host->isGone()) {
        problems.append(
            {u"hostZoomUserId"_s, tr("This host is no longer in the Zoom account. Choose another one.")});
    }
    return problems;
}

std::optional<school::OwnerTag> ScheduleForm::agendaTag() const
{
    return m_owner->agendaTag();
}

void ScheduleForm::setPeople(const models::OwnerPeople &people)
{
    m_options->setTeachers(people.teachers);
    m_everyone->setLearners(people.learners);
}

bool ScheduleForm::registersEveryone() const
{
    return m_everyone->isWanted();
}

/// Who is to be registered needs a meeting that registers people; what this switches on it switches off
/// again.
void ScheduleForm::followEveryone()
{
    using school::Approval;
    const bool isWanted = m_everyone->isWanted();
    const Approval before = isWanted ? Approval::NoRegistration : Approval::Automatic;
    if (m_options->registration() != before || (!isWanted && !m_registersForEveryone))
        return;
    m_registersForEveryone = isWanted;
    m_options->setRegistration(isWanted ? Approval::Automatic : Approval::NoRegistration);
    onEdited(u"settings.approval"_s);
}

QTimeZone ScheduleForm::zone() const
{
    ScheduleFields fields;
    m_options->fill(fields);
    return QTimeZone(fields.timeZone);
}

void ScheduleForm::onEdited(const QString &field)
{
    m_recurrence->setZone(zone());
    m_recurrence->setFirstDay(m_day->date());
    if (field == u"hostZoomUserId") {
        m_options->setHost(m_host->host());
        m_everyone->setPossible(m_options->canRegister());
    }
    if (m_options->registration() == school::Approval::NoRegistration)
        m_everyone->setChecked(false);
    if (field == u"owner")
        m_options->setTag(agendaTag());
    m_more->setSummary(m_options->summary());
    showZoneHint();
    Q_EMIT edited(field);
}

void ScheduleForm::showZoneHint()
{
    const QTimeZone there = zone();
    const QTimeZone here = QTimeZone::systemTimeZone();
    const QDateTime start = fields().start();
    const bool differs = start.isValid() && there.offsetFromUtc(start) != here.offsetFromUtc(start);
    m_options->setZoneHint(
        differs ? tr("%1 where you are").arg(school::timeText(start, here, locale())) : QString());
}

void ScheduleForm::takeFreeStart(const QDateTime &start)
{
    const QDateTime local = school::localOfUtc(start, zone());
    m_day->setDate(local.date());
    m_time->setTime(local.time());
    m_time->setFocus(Qt::OtherFocusReason);
}

void ScheduleForm::showClash(const models::ClashAnswer &answer)
{
    const auto host = m_host->host();
    const QString name =
        host && !m_host->isOwn() ? (host->name.isEmpty() ? host->email : host->name) : QString();
    m_clash->showAnswer(answer, name, zone());
}

void ScheduleForm::showSeries(const QDateTime &now)
{
    const ScheduleFields shown = fields();
    m_seriesWords =
        shown.recurrence ? school::recurrenceText(*shown.recurrence, now, zone(), locale()) : QString();
    const models::SeriesPreview preview = shown.recurrence
        ? models::previewOf(*shown.recurrence, shown.start(), zone())
        : models::SeriesPreview();
    m_recurrence->showPreview(preview, m_seriesWords);
    showRepeatSummary();
}

/// Open, the section says it all itself.
void ScheduleForm::showRepeatSummary()
{
    const QString folded = m_seriesWords.isEmpty() ? tr("does not repeat") : m_seriesWords;
    const bool isTold = m_repeat->isExpanded() && !m_seriesWords.isEmpty();
    m_repeat->setSummary(isTold ? QString() : folded);
}

FormField *ScheduleForm::fieldNamed(const QString &name) const
{
    const QHash<QString, FormField *> fields{{u"topic"_s, m_topicField}, {u"owner"_s, m_ownerField},
        {u"hostZoomUserId"_s, m_hostField}, {u"start"_s, m_dayField}, {u"duration"_s, m_durationField}};
    return fields.value(name);
}

void ScheduleForm::clearProblems()
{
    for (const QString &name : {u"topic"_s, u"owner"_s, u"hostZoomUserId"_s, u"start"_s, u"duration"_s})
        fieldNamed(name)->setProblem(QString());
    for (const QString &name : {u"agenda"_s, u"passcode"_s, u"timeZone"_s, u"settings.approval"_s,
             u"settings.autoRecording"_s, u"settings.alternativeHosts"_s})
        m_options->setProblem(name, QString());
    m_recurrence->setProblem(QString());
}

QList<FieldError> ScheduleForm::showProblems(const QList<FieldError> &problems)
{
    clearProblems();
    QList<FieldError> homeless;
    QSet<QString> shown;
    for (const FieldError &problem : problems) {
        if (shown.contains(problem.field))
            continue;
        shown.insert(problem.field);
        if (FormField *field = fieldNamed(problem.field))
            field->setProblem(problem.message);
        else if (problem.field == u"recurrence")
            m_recurrence->setProblem(problem.message);
        else if (!m_options->setProblem(problem.field, problem.message))
            homeless.append(problem);
    }
    return homeless;
}

void ScheduleForm::focusField(const QString &field)
{
    if (FormField *place = fieldNamed(field)) {
        place->control()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (field == u"recurrence") {
        m_repeat->setExpanded(true);
        m_recurrence->findChild<QWidget *>(u"repeatUnit"_s)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_more->setExpanded(true);
    m_options->focusField(field);
}

} // namespace lectern::ui
