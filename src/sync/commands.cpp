// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/commands.h"

namespace lectern::sync {

namespace {

QFuture<Result<void>> noRelayHere()
{
    return QtFuture::makeReadyFuture(Result<void>(
        failure(ErrorCode::Unsupported, Commands::tr("This connection does not use a relay."))));
}

} // namespace

QFuture<Result<void>> Commands::acceptInvitation(QUrl)
{
    return noRelayHere();
}

QFuture<Result<void>> Commands::disconnectRelay()
{
    return noRelayHere();
}

} // namespace lectern::sync
