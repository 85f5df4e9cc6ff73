// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "output.h"
#include "zoom/oneshot.h"

#include <qcoro/qcorofuture.h>

#include <QCoreApplication>

#include <iostream>

namespace lectern::ctl {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ctl::Relay)
};

/// Other users of the computer see command lines.
QUrl invitationOf(const Arguments &arguments)
{
    std::string link = arguments.invitation;
    if (link == "-")
        std::getline(std::cin, link);
    return QUrl(QString::fromStdString(link).trimmed());
}

void printEventJson(const sync::AppliedEvent &event)
{
    nlohmann::json line{{"event", event.name.toStdString()}, {"at", momentJson(event.at)},
        {"subject", textJson(event.subject)}};
    line["meeting"] = event.meeting.isValid() ? nlohmann::json(event.meeting.value) : nlohmann::json();
    line["zoom_id"] = event.zoomId != 0 ? nlohmann::json(event.zoomId) : nlohmann::json();
    printLine(QString::fromStdString(line.dump()));
}

void printEvents(const sync::AppliedEvents &events, bool json)
{
    for (const sync::AppliedEvent &event : events.events) {
        if (json)
            printEventJson(event);
        else
            printLine(QStringLiteral("%1  %2  %3")
                    .arg(event.at.toLocalTime().toString(Qt::ISODate), event.name, event.subject));
    }
}

} // namespace

QCoro::Task<Result<void>> runRelayAccept(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<void>> starting = bench->startEngine();
    const Result<void> started = co_await starting;
    if (!started)
        co_return started;
    const QFuture<Result<void>> accepting = bench->engine().acceptInvitation(invitationOf(arguments));
    const Result<void> accepted = co_await accepting;
    if (accepted)
        printLine(Words::tr("Connected to the relay. See what happens with: lecternctl watch"));
    co_return accepted;
}

QCoro::Task<Result<void>> runWatch(Workbench *bench, Arguments arguments)
{
    QCoro::Task<Result<void>> starting = bench->startEngine();
    const Result<void> started = co_await starting;
    if (!started)
        co_return started;
    const bool json = arguments.json;
    QObject::connect(&bench->engine(), &sync::Commands::eventsApplied, QCoreApplication::instance(),
        [json](const sync::AppliedEvents &events) { printEvents(events, json); });
    const zoom::OneShot<Result<void>> stopped;
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit,
        QCoreApplication::instance(), [stopped] { stopped.resolve(Result<void>()); });
    Result<void> ended = co_await stopped;
    co_return ended;
}

} // namespace lectern::ctl
