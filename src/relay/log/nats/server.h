// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/eventlog.h"
#include "relay/log/logaddress.h"
#include "relay/log/nats/handles.h"

namespace lectern::relay::nats {

inline constexpr const char *streamName = "LECTERN";
inline constexpr const char *bucketName = "LECTERN_RECORDS";
inline constexpr const char *allSubjects = "lectern.event.*.*";

/// Where an event goes: lectern.event.ACCOUNT.HOST, both with what subjects do not allow as = and two
/// hexadecimal digits; a host that is not known is a single =.
[[nodiscard]] std::string subjectOf(const std::string &account, const std::string &host);
/// All events of the account.
[[nodiscard]] std::string subjectsOf(const std::string &account);

/// A connection to whichever of the servers answers; it goes from one to the next by itself, for ever.
struct Link
{
    Connection connection;
    JetStream jetStream; ///< goes before the connection
};
using LinkPointer = std::shared_ptr<Link>;

/// \a acknowledged is called on threads of libnats for each js_PublishMsgAsync; it owns the message.
[[nodiscard]] Result<LinkPointer> connect(
    const NatsAddress &address, jsPubAckHandler acknowledged, void *closure);

/// How long JetStream remembers what it has already taken, in hours: longer than a webhook can be replayed.
inline constexpr int duplicateHours = 5;

/// Makes stream and bucket, or fits the stream to the retention; waits up to half a minute for a cluster that
/// is just starting. As many copies as there are servers, up to three.
[[nodiscard]] Result<void> prepareStream(Link &link, const NatsAddress &address, const Retention &retention);

/// Blocks for up to two seconds.
[[nodiscard]] Result<StreamInfo> streamInfo(Link &link);

} // namespace lectern::relay::nats
