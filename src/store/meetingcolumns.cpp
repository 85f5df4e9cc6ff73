// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingcolumns.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::MeetingKind;
using school::MeetingSettings;
using school::Owner;
using school::Recurrence;

// Cannot be part of an e-mail address.
constexpr QChar listSeparator = u'\n';

QString weekDaysText(const QList<Qt::DayOfWeek> &days)
{
    QStringList numbers;
    for (const Qt::DayOfWeek day : days)
        numbers.append(QString::number(day));
    return numbers.join(u',');
}

QList<Qt::DayOfWeek> weekDays(const QString &text)
{
    QList<Qt::DayOfWeek> days;
    for (const QString &number : text.split(u',', Qt::SkipEmptyParts))
        days.append(static_cast<Qt::DayOfWeek>(number.toInt()));
    return days;
}

} // namespace

void bindOwner(Statement &statement, const Owner &owner)
{
    const auto *course = std::get_if<school::CourseOwner>(&owner);
    const auto *person = std::get_if<school::PersonOwner>(&owner);
    statement.bind(school::kindOf(owner));
    statement.bind(course ? course->course : CourseId{});
    statement.bind(course ? course->session : std::nullopt);
    statement.bind(course ? course->group : std::nullopt);
    statement.bind(person ? person->person : PersonId{});
}

Owner readOwner(const Statement &statement, int column)
{
    switch (statement.enumeration<MeetingKind>(column)) {
    case MeetingKind::Course:
        return school::CourseOwner{.course = statement.id<CourseId>(column + 1),
            .session = statement.optionalId<SessionId>(column + 2),
            .group = statement.optionalId<GroupId>(column + 3)};
    case MeetingKind::User:
        return school::PersonOwner{.person = statement.id<PersonId>(column + 4)};
    case MeetingKind::Global:
        break;
    }
    return school::Everyone{};
}

void bindSettings(Statement &statement, const MeetingSettings &settings)
{
    statement.bind(settings.approval).bind(settings.registrationScope).bind(settings.autoRecording);
    statement.bind(int{settings.waitingRoom}).bind(int{settings.joinBeforeHost});
    statement.bind(settings.joinBeforeHostTime).bind(int{settings.hostVideo});
    statement.bind(int{settings.participantVideo}).bind(int{settings.muteUponEntry});
    statement.bind(settings.alternativeHosts.join(listSeparator));
}

MeetingSettings readSettings(const Statement &statement, int column)
{
    return MeetingSettings{
        .approval = statement.enumeration<school::Approval>(column),
        .registrationScope = statement.enumeration<school::RegistrationScope>(column + 1),
        .autoRecording = statement.enumeration<school::AutoRecording>(column + 2),
        .waitingRoom = statement.integer(column + 3) != 0,
        .joinBeforeHost = statement.integer(column + 4) != 0,
        .joinBeforeHostTime = statement.minutes(column + 5),
        .hostVideo = statement.integer(column + 6) != 0,
        .participantVideo = statement.integer(column + 7) != 0,
        .muteUponEntry = statement.integer(column + 8) != 0,
        .alternativeHosts = statement.text(column + 9).split(listSeparator, Qt::SkipEmptyParts),
    };
}

void bindRecurrence(Statement &statement, const std::optional<Recurrence> &recurrence)
{
    if (!recurrence) {
        constexpr int columns = 8;
        for (int i = 0; i < columns; ++i)
            statement.bindNull();
        return;
    }
    statement.bind(recurrence->unit).bind(recurrence->interval).bind(weekDaysText(recurrence->weekDays));
    statement.bind(recurrence->monthDay).bind(recurrence->monthWeek).bind(recurrence->monthWeekDay);
    if (const int *count = std::get_if<int>(&recurrence->end))
        statement.bind(*count).bindNull();
    else
        statement.bindNull().bind(std::get<QDateTime>(recurrence->end));
}

std::optional<Recurrence> readRecurrence(const Statement &statement, int column)
{
    if (statement.isNull(column))
        return std::nullopt;
    Recurrence recurrence{.unit = statement.enumeration<Recurrence::Unit>(column),
        .interval = statement.integer(column + 1),
        .weekDays = weekDays(statement.text(column + 2)),
        .monthDay = statement.integer(column + 3),
        .monthWeek = statement.integer(column + 4),
        .monthWeekDay = statement.enumeration<Qt::DayOfWeek>(column + 5)};
    if (statement.isNull(column + 6))
        recurrence.end = statement.moment(column + 7);
    else
        recurrence.end = statement.integer(column + 6);
    return recurrence;
}

QStringList zoomNumberWords(qint64 zoomId)
{
    const QString number = QString::number(zoomId);
    // Zoom groups 3-4-4, 3-3-4 and 3-3-3 digits for 11, 10 and 9 of them.
    const qsizetype middle = number.size() >= 11 ? 4 : 3;
    constexpr qsizetype head = 3;
    QStringList words{number};
    if (number.size() > head)
        words << number.left(head) << number.mid(head, middle) << number.mid(head + middle);
    words.removeAll(QString());
    return words;
}

} // namespace lectern::store
