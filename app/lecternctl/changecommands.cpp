// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "lookup.h"
#include "output.h"

#include <qcoro/qcorofuture.h>

#include <QCoreApplication>
#include <QTimeZone>

namespace lectern::ctl {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ctl::Changes)
};

QString text(const std::string &argument)
{
    return QString::fromStdString(argument);
}

template <typename T>
std::optional<QString> textOf(const std::optional<T> &argument)
{
    return argument ? std::optional(text(*argument)) : std::nullopt;
}

QByteArray zoneOf(const Arguments &arguments)
{
    if (arguments.timeZone)
        return QByteArray::fromStdString(*arguments.timeZone);
    // A server's clock often goes by one of UTC's other names, which Zoom does not know.
    const QByteArray zone = QTimeZone::systemTimeZoneId();
    return zone.isEmpty() || zone == "Etc/UTC" ? QByteArrayLiteral("UTC") : zone;
}

Result<school::MeetingDraft> draftOf(const Lookup &lookup, const Arguments &arguments)
{
    const Result<std::optional<school::Owner>> owner = lookup.owner(arguments);
    if (!owner)
        return std::unexpected(owner.error());
    school::MeetingDraft draft;
    draft.owner = owner->value_or(school::Owner());
    const Result<QString> host = lookup.host(arguments, draft.owner);
    if (!host)
        return std::unexpected(host.error());
    const Result<QDateTime> start = parseMoment(*arguments.start);
    if (!start)
        return std::unexpected(start.error());
    draft.topic = text(*arguments.topic);
    draft.agenda = textOf(arguments.agenda).value_or(QString());
    draft.hostZoomUserId = *host;
    draft.start = *start;
    draft.duration = std::chrono::minutes(*arguments.duration);
    draft.timeZone = zoneOf(arguments);
    draft.passcode = textOf(arguments.passcode).value_or(QString());
    return draft;
}

Result<school::MeetingEdit> editOf(const Lookup &lookup, const Arguments &arguments)
{
    const Result<std::optional<school::Owner>> owner = lookup.owner(arguments);
    if (!owner)
        return std::unexpected(owner.error());
    school::MeetingEdit edit;
    edit.owner = *owner;
    edit.topic = textOf(arguments.topic);
    edit.agenda = textOf(arguments.agenda);
    edit.passcode = textOf(arguments.passcode);
    if (arguments.start) {
        const Result<QDateTime> start = parseMoment(*arguments.start);
        if (!start)
            return std::unexpected(start.error());
        edit.start = *start;
    }
    if (arguments.duration)
        edit.duration = std::chrono::minutes(*arguments.duration);
    if (arguments.timeZone)
        edit.timeZone = zoneOf(arguments);
    if (edit.isEmpty())
        return failure(ErrorCode::Invalid, Words::tr("Say what to change, such as --topic."));
    return edit;
}

/// The meeting that the command line names, with the engine running.
QCoro::Task<Result<MeetingId>> openMeeting(Workbench *bench, std::string id)
{
    QCoro::Task<Result<void>> starting = bench->startEngine();
    const Result<void> started = co_await starting;
    if (!started)
        co_return Result<MeetingId>(std::unexpected(started.error()));
    co_return Lookup(bench->reader(), bench->clock()).meeting(id);
}

QCoro::Task<Result<void>> concluded(Workbench *bench, MeetingId meeting, Result<void> taken)
{
    if (!taken)
        co_return taken;
    QCoro::Task<Result<void>> sending = bench->waitUntilSent(meeting);
    Result<void> sent = co_await sending;
    co_return sent;
}

} // namespace

QCoro::Task<Result<void>> runSchedule(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<void>> starting = bench->startEngine();
    const Result<void> started = co_await starting;
    if (!started)
        co_return started;
    const Result<school::MeetingDraft> draft = draftOf(Lookup(bench->reader(), bench->clock()), arguments);
    if (!draft)
        co_return Result<void>(std::unexpected(draft.error()));
    const QFuture<Result<MeetingId>> scheduling = bench->engine().schedule(*draft);
    const Result<MeetingId> scheduled = co_await scheduling;
    if (!scheduled)
        co_return Result<void>(std::unexpected(scheduled.error()));
    if (arguments.json)
        printJson({{"id", scheduled->value}});
    else
        printLine(QString::number(scheduled->value));
    QCoro::Task<Result<void>> sending = bench->waitUntilSent(*scheduled);
    Result<void> sent = co_await sending;
    co_return sent;
}

QCoro::Task<Result<void>> runEdit(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<MeetingId>> opening = openMeeting(bench, arguments.id);
    const Result<MeetingId> meeting = co_await opening;
    if (!meeting)
        co_return Result<void>(std::unexpected(meeting.error()));
    const Result<school::MeetingEdit> edit = editOf(Lookup(bench->reader(), bench->clock()), arguments);
    if (!edit)
        co_return Result<void>(std::unexpected(edit.error()));
    const QFuture<Result<void>> editing = bench->engine().edit(*meeting, text(arguments.occurrence), *edit);
    const Result<void> edited = co_await editing;
    QCoro::Task<Result<void>> concluding = concluded(bench, *meeting, edited);
    Result<void> result = co_await concluding;
    co_return result;
}

QCoro::Task<Result<void>> runDelete(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<MeetingId>> opening = openMeeting(bench, arguments.id);
    const Result<MeetingId> meeting = co_await opening;
    if (!meeting)
        co_return Result<void>(std::unexpected(meeting.error()));
    const sync::Mailing mailing = arguments.notify ? sync::Mailing::TellPeople : sync::Mailing::Silent;
    const QFuture<Result<void>> removing =
        bench->engine().remove(*meeting, text(arguments.occurrence), mailing);
    const Result<void> removed = co_await removing;
    QCoro::Task<Result<void>> concluding = concluded(bench, *meeting, removed);
    Result<void> result = co_await concluding;
    co_return result;
}

QCoro::Task<Result<void>> runEnd(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<MeetingId>> opening = openMeeting(bench, arguments.id);
    const Result<MeetingId> meeting = co_await opening;
    if (!meeting)
        co_return Result<void>(std::unexpected(meeting.error()));
    const QFuture<Result<void>> ending = bench->engine().end(*meeting);
    const Result<void> ended = co_await ending;
    QCoro::Task<Result<void>> concluding = concluded(bench, *meeting, ended);
    Result<void> result = co_await concluding;
    co_return result;
}

QCoro::Task<Result<void>> runAddCourse(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<void>> starting = bench->startEngine();
    const Result<void> started = co_await starting;
    if (!started)
        co_return started;
    school::Course course;
    course.code = text(arguments.code);
    course.title = text(arguments.title);
    const QFuture<Result<CourseId>> saving = bench->engine().saveCourse(course);
    const Result<CourseId> saved = co_await saving;
    if (!saved)
        co_return Result<void>(std::unexpected(saved.error()));
    co_return Result<void>();
}

} // namespace lectern::ctl
