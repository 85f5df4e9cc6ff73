// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace relaykit {

/// An operator of NATS with one account and one user, all new, as `nsc` makes them: what the servers trust,
/// and the file that lets the user in. JWTs signed with Ed25519 (NATS' decentralised authentication, ADR-14).
struct NatsOperator
{
    QByteArray serverConfig; ///< to be added to each node's
    QByteArray credentials; ///< the content of the user's file

    [[nodiscard]] static NatsOperator make();
};

} // namespace relaykit
