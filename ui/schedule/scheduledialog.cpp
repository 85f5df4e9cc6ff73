// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/scheduledialog.h"

#include "core/clock.h"
#include "core/whendone.h"
#include "models/storereader.h"
#include "models/viewer.h"
#include "school/dateformat.h"
#include "school/localtime.h"
#include "school/permissions.h"
#include "sync/commands.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/common/registering.h"
#include "ui/schedule/formscroll.h"
#include "ui/schedule/scheduleform.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using models::EditScope;
using models::ScheduleFields;

namespace {

constexpr auto oneDateId = "one";
constexpr auto allDatesId = "all";

ScheduleForm::Kind kindOf(const ScheduleJob &job)
{
    if (job.isNew())
        return ScheduleForm::Kind::New;
    if (!job.hasFixedTime())
        return ScheduleForm::Kind::Untimed;
    if (!job.isSeries())
        return ScheduleForm::Kind::Single;
    return job.scope() == EditScope::OneDate ? ScheduleForm::Kind::OneDate : ScheduleForm::Kind::Series;
}

} // namespace

ScheduleDialog::ScheduleDialog(const Services &services, const ScheduleRequest &request, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_job(request)
    , m_choices(services.reader,
          store::ChangeNotice::Courses | store::ChangeNotice::Hosts | store::ChangeNotice::People
              | store::ChangeNotice::Meetings,
          [this](const Result<models::ScheduleChoices> &choices) { choicesArrived(choices); })
    , m_clashes(services.reader)
    , m_title(new Label(QString(), TextRole::Title))
    , m_scopes(new FilterChips(tr("Which dates")))
    , m_notice(new Banner(Banner::Kind::Error))
    , m_form(new ScheduleForm)
    , m_scroll(new FormScroll(m_form))
    , m_note(new Label(QString(), TextRole::Small, Tone::Dim))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_save(new QPushButton)
{
    setObjectName(u"scheduleDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setUpHead();
    setUpFoot();
    setUpLayout();
    setUpSignals();
    m_choices.ask([viewer = services.viewer.person(), meeting = request.meeting, &clock = services.clock](
                      store::Database &database) {
        return models::readScheduleChoices(database, clock, viewer, meeting);
    });
}

void ScheduleDialog::setUpHead()
{
    const QString title = m_job.isNew() ? tr("Schedule a meeting") : tr("Edit meeting");
    setWindowTitle(title);
    m_title->setText(title);
    m_scopes->setObjectName(u"scopes"_s);
    m_scopes->hide();
    m_notice->setObjectName(u"notice"_s);
    m_notice->hide();
    m_form->setEnabled(false);
}

void ScheduleDialog::setUpFoot()
{
    m_save->setText(m_job.isNew() ? tr("&Schedule") : tr("&Save"));
    m_note->setText(m_job.isNew() ? tr("Sent to Zoom when you press Schedule; kept here if you are offline.")
                                  : tr("Sent to Zoom when you press Save; kept here if you are offline."));
    m_note->setWordWrap(true);
    m_save->setObjectName(u"save"_s);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAutoDefault(false);
    setButtonRole(m_save, ButtonRole::Primary);
    m_save->setDefault(true);
    m_save->setEnabled(false);
}

void ScheduleDialog::setUpLayout()
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::xl, 0, space::xl, 0);
    head->setSpacing(space::m);
    head->addWidget(m_title);
    head->addWidget(m_scopes);
    head->addWidget(m_notice);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::xl, 0, space::xl, 0);
    foot->setSpacing(space::m);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xl, 0, space::xl);
    column->setSpacing(space::l);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);
    resize(fontMetrics().averageCharWidth() * 82, sizeHint().height());
}

void ScheduleDialog::setUpSignals()
{
    connect(m_form, &ScheduleForm::edited, this, &ScheduleDialog::onEdited);
    connect(m_scroll, &FormScroll::wishChanged, this, &ScheduleDialog::fitHeight, Qt::QueuedConnection);
    connect(&m_clashes, &models::ClashFinder::answered, m_form, &ScheduleForm::showClash);
    connect(m_save, &QPushButton::clicked, this, &ScheduleDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &ScheduleDialog::reject);
    connect(new QShortcut(QKeySequence(u"Ctrl+Return"_s), this), &QShortcut::activated, m_save,
        [this] { m_save->click(); });
}

bool ScheduleDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fitHeight();
    return isHandled;
}

/// As tall as the form wishes, and never taller than the screen.
void ScheduleDialog::fitHeight()
{
    const int around = layout()->totalHeightForWidth(width()) - m_scroll->sizeHint().height();
    const int wished = around + m_scroll->wishedHeight();
    const int most = screen()->availableGeometry().height() * 9 / 10;
    resize(width(), qMin(wished, most));
}

void ScheduleDialog::choicesArrived(const Result<models::ScheduleChoices> &choices)
{
    if (!choices) {
        refused(choices.error());
        return;
    }
    const auto shown = m_isLoaded ? std::optional(m_form->fields()) : std::nullopt;
    const ScheduleFields fields = m_job.take(*choices, shown, m_services.clock.now());
    m_form->setKind(kindOf(m_job));
    m_form->setChoices(*choices);
    m_form->setFields(fields);
    m_isLoaded = true;
    showJob();
    refresh();
}

void ScheduleDialog::showJob()
{
    const school::Permission may = school::maySchedule(m_services.viewer.person().role);
    const bool canGoOn = may && !m_job.isGone();
    if (m_job.isGone())
        m_notice->setWords(tr("This meeting is gone."), tr("It was deleted while you were editing it."));
    else if (!may)
        m_notice->setWords(tr("You cannot schedule."), may.reason);
    if (!canGoOn)
        m_notice->show();
    m_form->setEnabled(canGoOn);
    m_save->setEnabled(canGoOn && !m_isSaving);
    showScopes();
    if (!m_job.knowsDetails())
        askForDetails();
    m_form->setOptionsLocked(m_job.knowsDetails() ? QString() : m_detailsReason);
}

void ScheduleDialog::showScopes()
{
    const auto date = m_job.date();
    const bool asks = m_job.isSeries() && date && m_job.hasFixedTime();
    if (!asks || !m_scopes->current().isEmpty()) {
        m_scopes->setVisible(asks);
        return;
    }
    const QTimeZone zone(m_form->fields().timeZone);
    const QString day = school::shortDayText(school::localOfUtc(date->start, zone).date(), locale());
    m_scopes->addFilter(QLatin1String(oneDateId), tr("This one (%1)", "a date of a series").arg(day));
    m_scopes->addFilter(QLatin1String(allDatesId), tr("All", "all dates of a series"));
    m_scopes->setCurrent(QLatin1String(m_job.scope() == EditScope::OneDate ? oneDateId : allDatesId));
    m_scopes->show();
    connect(m_scopes, &FilterChips::currentChanged, this, [this](const QString &id) {
        setScope(id == QLatin1String(oneDateId) ? EditScope::OneDate : EditScope::Whole);
    });
}

void ScheduleDialog::setScope(EditScope scope)
{
    const ScheduleFields fields = m_job.setScope(scope, m_form->fields(), m_services.clock.now());
    m_form->setKind(kindOf(m_job));
    m_form->setFields(fields);
    refresh();
}

void ScheduleDialog::askForDetails()
{
    if (m_askedForDetails)
        return;
    m_askedForDetails = true;
    m_detailsReason = tr("Lectern is asking Zoom for the meeting's options…");
    whenDone(m_services.commands.refresh(m_job.meeting()), this,
        [this](const Result<void> &outcome) { detailsCame(outcome); });
}

void ScheduleDialog::detailsCame(const Result<void> &outcome)
{
    if (!outcome)
        m_detailsReason = tr("Zoom could not be asked for these options. %1").arg(outcome.error().message);
    m_choices.refresh();
}

void ScheduleDialog::onEdited(const QString &field)
{
    m_touched.insert(field);
    m_refusals.removeIf([&](const FieldError &refusal) { return refusal.field == field; });
    m_notice->hide();
    refresh();
}

void ScheduleDialog::refresh()
{
    m_form->showSeries(m_services.clock.now());
    m_clashes.ask(m_job.clashQuestion(m_form->fields()));
    askForPeople();
    showProblems();
}

void ScheduleDialog::askForPeople()
{
    const auto owner = m_form->fields().owner;
    const auto *course = owner ? std::get_if<school::CourseOwner>(&*owner) : nullptr;
    const auto wanted = course ? std::optional(*course) : std::nullopt;
    if (wanted == m_peopleOf)
        return;
    m_peopleOf = wanted;
    m_form->setPeople({});
    if (!wanted)
        return;
    m_services.reader.read(
        this,
        [owner = *wanted, &clock = m_services.clock](
            store::Database &database) { return models::readOwnerPeople(database, clock, owner); },
        [this, wanted](const Result<models::OwnerPeople> &people) {
            if (wanted != m_peopleOf)
                return;
            if (people)
                m_form->setPeople(*people);
            else
                m_services.notices.fail(people.error());
        });
}

QList<FieldError> ScheduleDialog::allProblems() const
{
    return m_form->ownProblems()
        + m_job.problems(m_form->fields(), m_form->agendaTag(), m_services.clock.now()) + m_refusals;
}

/// Shows what is wrong with the fields a person has touched, or, after trying to send, with all of them.
QList<FieldError> ScheduleDialog::showProblems()
{
    const QList<FieldError> problems = allProblems();
    QList<FieldError> shown = problems;
    if (!m_showsAll)
        shown.removeIf([this](const FieldError &problem) { return !m_touched.contains(problem.field); });
    const QList<FieldError> homeless = m_form->showProblems(shown);
    if (!homeless.isEmpty()) {
        m_notice->setWords(QString(), homeless.first().message);
        m_notice->show();
    }
    m_save->setToolTip(problems.isEmpty() ? QString() : problems.first().message);
    m_save->setAccessibleDescription(m_save->toolTip());
    return problems;
}

void ScheduleDialog::save()
{
    if (m_isSaving || !m_isLoaded)
        return;
    m_showsAll = true;
    const QList<FieldError> problems = showProblems();
    if (!problems.isEmpty()) {
        m_form->focusField(problems.first().field);
        return;
    }
    send(m_form->fields());
}

void ScheduleDialog::send(const ScheduleFields &fields)
{
    if (m_job.isNew()) {
        setSaving(true);
        whenDone(m_services.commands.schedule(models::draftOf(fields)), this,
            [this](const Result<MeetingId> &id) { saved(id); });
        return;
    }
    const school::MeetingEdit edit = m_job.edit(fields);
    if (edit.isEmpty()) {
        accept();
        return;
    }
    setSaving(true);
    const QString date = m_job.scope() == EditScope::OneDate ? m_job.date()->id : QString();
    whenDone(
        m_services.commands.edit(m_job.meeting(), date, edit), this, [this](const Result<void> &outcome) {
            saved(outcome ? Result<MeetingId>(m_job.meeting()) : std::unexpected(outcome.error()));
        });
}

void ScheduleDialog::saved(const Result<MeetingId> &outcome)
{
    setSaving(false);
    if (!outcome) {
        refused(outcome.error());
        return;
    }
    const QString topic = m_form->fields().topic.trimmed();
    m_services.notices.tell(
        m_job.isNew() ? tr("“%1” is scheduled.").arg(topic) : tr("“%1” is changed.").arg(topic));
    if (m_job.isNew() && m_form->registersEveryone())
        registerEveryone(m_services, *outcome);
    Q_EMIT done(*outcome);
    accept();
}

void ScheduleDialog::refused(const Error &error)
{
    m_refusals = error.fields;
    showProblems();
    m_notice->setWords(m_job.isNew() ? tr("Not scheduled.") : tr("Not saved."), error.message);
    m_notice->show();
    if (!error.fields.isEmpty())
        m_form->focusField(error.fields.first().field);
}

void ScheduleDialog::setSaving(bool saving)
{
    m_isSaving = saving;
    m_save->setEnabled(!saving);
    m_form->setEnabled(!saving);
}

void ScheduleDialog::reject()
{
    if (!m_isLoaded || m_job.isGone() || !m_job.isChanged(m_form->fields())) {
        QDialog::reject();
        return;
    }
    if (std::exchange(m_isAsking, true))
        return;
    Question question;
    question.title = m_job.isNew() ? tr("Discard this meeting?") : tr("Discard your changes?");
    question.text = tr("What you typed is not kept.");
    question.answers = {tr("Discard")};
    question.weight = Question::Weight::Destructive;
    m_services.prompts.ask(this, question, [this](int answer) {
        m_isAsking = false;
        if (answer == 0)
            QDialog::reject();
    });
}

} // namespace lectern::ui
