// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "environmentsecrets.h"
#include "output.h"
#include "store/accountrepository.h"

#include <qcoro/qcorofuture.h>

#include <QCoreApplication>

namespace lectern::ctl {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ctl::Sync)
};

QString text(const std::string &argument)
{
    return QString::fromStdString(argument);
}

QUrl address(const std::string &argument)
{
    return QUrl(text(argument), QUrl::StrictMode);
}

sync::Account accountOf(const Arguments &arguments)
{
    sync::Account account;
    account.name = text(arguments.jwt ? arguments.apiKey : arguments.accountId);
    if (arguments.jwt)
        account.kind = sync::JwtAccount{text(arguments.apiKey), address(arguments.api)};
    else
        account.kind = sync::ServerToServerAccount{text(arguments.accountId), text(arguments.clientId),
            address(arguments.api), address(arguments.oauth), address(arguments.events)};
    return account;
}

/// The id that the same account had here before, so that its secret is replaced and not kept twice.
QUuid knownId(store::Database &reader, const Arguments &arguments)
{
    const Result<QList<store::AccountRow>> rows = store::AccountRepository(reader).list();
    if (!rows)
        return {};
    for (const store::AccountRow &row : *rows) {
        if (row.clientId == text(arguments.jwt ? arguments.apiKey : arguments.clientId))
            return row.id;
    }
    return {};
}

} // namespace

QCoro::Task<Result<void>> runConnect(Workbench *bench, Arguments arguments)
{
    const char *variable = arguments.jwt ? "LECTERN_API_SECRET" : "LECTERN_CLIENT_SECRET";
    const std::optional<Secret> secret = environmentSecret(variable);
    if (!secret)
        co_return Result<void>(failure(ErrorCode::Invalid,
            Words::tr(
                "Put the secret into the environment variable %1; it is kept in the keyring from then on.")
                .arg(QLatin1StringView(variable))));
    QCoro::Task<Result<void>> starting = bench->startEngine();
    const Result<void> started = co_await starting;
    if (!started)
        co_return started;
    sync::Account account = accountOf(arguments);
    account.id = knownId(bench->reader(), arguments);
    const QFuture<Result<void>> connecting = bench->engine().connectAccount(account, *secret);
    const Result<void> connected = co_await connecting;
    if (connected)
        printLine(Words::tr("Connected. Fetch the meetings with: lecternctl sync"));
    co_return connected;
}

QCoro::Task<Result<void>> runSync(Workbench *bench, Arguments)
{
    QCoro::Task<Result<void>> starting = bench->startEngine();
    const Result<void> started = co_await starting;
    if (!started)
        co_return started;
    const QFuture<Result<void>> pulling = bench->engine().pullNow();
    const Result<void> pulled = co_await pulling;
    if (!pulled)
        co_return pulled;
    QCoro::Task<Result<void>> sending = bench->waitUntilSent({});
    Result<void> sent = co_await sending;
    co_return sent;
}

} // namespace lectern::ctl
