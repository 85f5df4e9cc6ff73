// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "commands.h"
#include "core/logging.h"
#include "output.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QTimer>

using namespace lectern;
using namespace lectern::ctl;
using namespace Qt::StringLiterals;

namespace {

QCoro::Task<Result<void>> readOnly(
    Workbench *bench, Arguments arguments, Result<void> (*list)(Workbench &, const Arguments &))
{
    if (const Result<void> opened = bench->openReader(); !opened)
        co_return opened;
    co_return list(*bench, arguments);
}

QCoro::Task<Result<void>> runCommand(Workbench *bench, Arguments arguments)
{
    switch (arguments.command) {
    case Command::Connect:
        return runConnect(bench, arguments);
    case Command::Sync:
        return runSync(bench, arguments);
    case Command::Meetings:
        return readOnly(bench, arguments, listMeetings);
    case Command::Schedule:
        return runSchedule(bench, arguments);
    case Command::Edit:
        return runEdit(bench, arguments);
    case Command::Delete:
        return runDelete(bench, arguments);
    case Command::End:
        return runEnd(bench, arguments);
    case Command::Outbox:
        return readOnly(bench, arguments, listOutbox);
    case Command::People:
        return readOnly(bench, arguments, listPeople);
    case Command::Courses:
        return readOnly(bench, arguments, listCourses);
    case Command::AddCourse:
        return runAddCourse(bench, arguments);
    case Command::RelayAccept:
        return runRelayAccept(bench, arguments);
    case Command::Watch:
        return runWatch(bench, arguments);
    }
    Q_UNREACHABLE();
}

QCoro::Task<void> runAndExit(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<void>> running = runCommand(bench, arguments);
    const Result<void> done = co_await running;
    if (!done)
        printError(done.error().message);
    QCoreApplication::exit(done ? 0 : 1);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"lectern"_s);
    installRedactingLog();
    installTranslations(QLocale(), app);
    const std::expected<Arguments, int> arguments = parseArguments(argc, argv);
    if (!arguments)
        return arguments.error();
    Workbench bench(*arguments);
    QTimer::singleShot(0, &app, [&] { runAndExit(&bench, *arguments); });
    return QCoreApplication::exec();
}
