// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/recurrenceeditor.h"

#include "school/dateformat.h"
#include "school/localtime.h"
#include "school/recurrencelimits.h"
#include "ui/schedule/formfield.h"
#include "ui/schedule/monthlychoice.h"
#include "ui/schedule/weekdaychips.h"
#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using school::Recurrence;

namespace {

constexpr int usualCount = 12;
enum EndKind { ByCount, ByDate };
constexpr int never = 0;

QString intervalSuffix(Recurrence::Unit unit, int interval)
{
    switch (unit) {
    case Recurrence::Unit::Daily:
        return RecurrenceEditor::tr(" day(s)", "every … days", interval);
    case Recurrence::Unit::Weekly:
        return RecurrenceEditor::tr(" week(s)", "every … weeks", interval);
    case Recurrence::Unit::Monthly:
        return RecurrenceEditor::tr(" month(s)", "every … months", interval);
    }
    return {};
}

Label *wrapped(TextRole role, Tone tone)
{
    auto *label = new Label(QString(), role, tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->hide();
    return label;
}

void say(Label *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

RecurrenceEditor::RecurrenceEditor(QWidget *parent)
    : QWidget(parent)
    , m_unit(new QComboBox)
    , m_interval(new QSpinBox)
    , m_weekDays(new WeekDayChips)
    , m_monthly(new MonthlyChoice)
    , m_end(new QComboBox)
    , m_count(new QSpinBox)
    , m_until(new QDateEdit)
    , m_intervalField(new FormField(tr("Every"), m_interval))
    , m_weekDayField(new FormField(tr("On"), m_weekDays))
    , m_monthlyField(new FormField(tr("On"), m_monthly))
    , m_endField(new FormField(tr("Ends"), m_end))
    , m_countField(new FormField(tr("How often"), m_count))
    , m_untilField(new FormField(tr("Last day"), m_until))
    , m_words(wrapped(TextRole::Strong, Tone::Normal))
    , m_dates(wrapped(TextRole::Body, Tone::Dim))
    , m_clocks(wrapped(TextRole::Small, Tone::Warning))
    , m_problem(wrapped(TextRole::Small, Tone::Error))
    , m_zone(QTimeZone::utc())
{
    setUpRule();
    setUpEnd();
    setUpPreview();
    setUpLayout();
    showParts();
}

void RecurrenceEditor::setUpRule()
{
    m_unit->setObjectName(u"repeatUnit"_s);
    m_unit->addItem(tr("Does not repeat"), never);
    m_unit->addItem(tr("Daily"), int(Recurrence::Unit::Daily));
    m_unit->addItem(tr("Weekly"), int(Recurrence::Unit::Weekly));
    m_unit->addItem(tr("Monthly"), int(Recurrence::Unit::Monthly));
    m_interval->setObjectName(u"repeatInterval"_s);
    m_interval->setMinimum(1);
    m_monthly->setObjectName(u"repeatMonthly"_s);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        showParts();
        Q_EMIT edited();
    });
    connect(m_interval, &QSpinBox::valueChanged, this, [this] {
        showParts();
        Q_EMIT edited();
    });
    connect(m_weekDays, &WeekDayChips::edited, this, &RecurrenceEditor::edited);
    connect(m_monthly, &MonthlyChoice::edited, this, &RecurrenceEditor::edited);
}

void RecurrenceEditor::setUpEnd()
{
    m_end->setObjectName(u"repeatEnd"_s);
    m_end->addItem(tr("After a number of dates"), ByCount);
    m_end->addItem(tr("On a day"), ByDate);
    m_count->setObjectName(u"repeatCount"_s);
    // More than Zoom takes can be typed, so that the reason is told rather than a digit swallowed.
    m_count->setRange(1, 999);
    m_count->setValue(usualCount);
    m_until->setObjectName(u"repeatUntil"_s);
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(
        school::dateFormat(school::DateNames::Short, school::Weekday::Shown, school::Year::Shown, locale()));
    connect(m_end, &QComboBox::currentIndexChanged, this, [this] {
        showParts();
        Q_EMIT edited();
    });
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        m_count->setSuffix(tr(" time(s)", "a series takes place … times", count));
        Q_EMIT edited();
    });
    connect(m_until, &QDateEdit::dateChanged, this, &RecurrenceEditor::edited);
    m_count->setSuffix(tr(" time(s)", "a series takes place … times", usualCount));
}

void RecurrenceEditor::setUpPreview()
{
    m_words->setObjectName(u"repeatWords"_s);
    m_dates->setObjectName(u"repeatDates"_s);
    m_clocks->setObjectName(u"repeatClocks"_s);
    m_problem->setObjectName(u"repeatProblem"_s);
}

void RecurrenceEditor::setUpLayout()
{
    auto *rule = new QHBoxLayout;
    rule->setSpacing(space::m);
    rule->addWidget(new FormField(tr("&Repeats"), m_unit), 1);
    rule->addWidget(m_intervalField, 1);
    auto *end = new QHBoxLayout;
    end->setSpacing(space::m);
    end->addWidget(m_endField, 1);
    end->addWidget(m_countField, 1);
    end->addWidget(m_untilField, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(rule);
    column->addWidget(m_weekDayField);
    column->addWidget(m_monthlyField);
    column->addLayout(end);
    column->addWidget(m_problem);
    column->addWidget(m_words);
    column->addWidget(m_dates);
    column->addWidget(m_clocks);
}

std::optional<Recurrence::Unit> RecurrenceEditor::unit() const
{
    const int chosen = m_unit->currentData().toInt();
    return chosen == never ? std::nullopt : std::optional(static_cast<Recurrence::Unit>(chosen));
}

void RecurrenceEditor::showParts()
{
    const auto chosen = unit();
    const bool byDate = m_end->currentData().toInt() == ByDate;
    m_intervalField->setVisible(chosen.has_value());
    m_weekDayField->setVisible(chosen == Recurrence::Unit::Weekly);
    m_monthlyField->setVisible(chosen == Recurrence::Unit::Monthly);
    m_endField->setVisible(chosen.has_value());
    m_countField->setVisible(chosen && !byDate);
    m_untilField->setVisible(chosen && byDate);
    if (!chosen)
        return;
    const QSignalBlocker quiet(m_interval);
    m_interval->setMaximum(school::maxInterval(*chosen));
    m_interval->setSuffix(intervalSuffix(*chosen, m_interval->value()));
}

void RecurrenceEditor::setKind(Kind kind)
{
    const int index = m_unit->findData(never);
    if (kind == Kind::Series && index >= 0) {
        const QSignalBlocker quiet(m_unit);
        m_unit->removeItem(index);
    }
    showParts();
}

void RecurrenceEditor::setFirstDay(const QDate &day)
{
    if (!day.isValid() || day == m_firstDay)
        return;
    followWeekDay(day);
    m_monthly->setFirstDay(day);
    const QSignalBlocker quiet(m_until);
    m_until->setMinimumDate(day);
    if (!m_firstDay.isValid())
        m_until->setDate(day.addDays(qint64{7} * (usualCount - 1)));
    m_firstDay = day;
}

void RecurrenceEditor::followWeekDay(const QDate &day)
{
    const QList<Qt::DayOfWeek> chosen = m_weekDays->days();
    const bool asFirstDay =
        m_firstDay.isValid() && chosen == QList{static_cast<Qt::DayOfWeek>(m_firstDay.dayOfWeek())};
    if (chosen.isEmpty() || asFirstDay)
        m_weekDays->setDays({static_cast<Qt::DayOfWeek>(day.dayOfWeek())});
}

void RecurrenceEditor::setRecurrence(const std::optional<Recurrence> &recurrence)
{
    const QSignalBlocker quiet(this);
    m_unit->setCurrentIndex(m_unit->findData(recurrence ? int(recurrence->unit) : never));
    if (!recurrence)
        return;
    m_interval->setValue(recurrence->interval);
    if (recurrence->unit == Recurrence::Unit::Weekly)
        m_weekDays->setDays(recurrence->weekDays);
    if (recurrence->unit == Recurrence::Unit::Monthly)
        m_monthly->take(*recurrence);
    setEnd(recurrence->end);
    showParts();
}

std::optional<Recurrence> RecurrenceEditor::recurrence() const
{
    const auto chosen = unit();
    if (!chosen)
        return std::nullopt;
    Recurrence recurrence;
    recurrence.unit = *chosen;
    recurrence.interval = m_interval->value();
    if (*chosen == Recurrence::Unit::Weekly)
        recurrence.weekDays = m_weekDays->days();
    if (*chosen == Recurrence::Unit::Monthly)
        m_monthly->fill(recurrence);
    recurrence.end = end();
    return recurrence;
}

std::variant<int, QDateTime> RecurrenceEditor::end() const
{
    if (m_end->currentData().toInt() == ByCount)
        return m_count->value();
    return school::utcOfLocal(m_until->date(), QTime(23, 59, 59), m_zone);
}

void RecurrenceEditor::setEnd(const std::variant<int, QDateTime> &end)
{
    const auto *count = std::get_if<int>(&end);
    m_end->setCurrentIndex(m_end->findData(count ? ByCount : ByDate));
    if (count)
        m_count->setValue(*count);
    else
        m_until->setDate(school::localOfUtc(std::get<QDateTime>(end), m_zone).date());
}

void RecurrenceEditor::showPreview(const models::SeriesPreview &preview, const QString &words)
{
    const bool repeats = unit().has_value();
    say(m_words, repeats ? words : QString());
    say(m_dates, repeats ? models::datesText(preview, m_zone, locale()) : QString());
    say(m_clocks, repeats ? models::clockText(preview, m_zone, locale()) : QString());
}

void RecurrenceEditor::setProblem(const QString &problem)
{
    say(m_problem, problem);
}

} // namespace lectern::ui
