// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/error.h"

#include <memory>
#include <nats/nats.h>
#include <string>
#include <string_view>

/// libnats' objects with owners, its statuses as our errors.
namespace lectern::relay::nats {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Options = std::unique_ptr<natsOptions, Freed<natsOptions_Destroy>>;
using Connection = std::unique_ptr<natsConnection, Freed<natsConnection_Destroy>>;
using JetStream = std::unique_ptr<jsCtx, Freed<jsCtx_Destroy>>;
using Subscription = std::unique_ptr<natsSubscription, Freed<natsSubscription_Destroy>>;
using Message = std::unique_ptr<natsMsg, Freed<natsMsg_Destroy>>;
using MetaData = std::unique_ptr<jsMsgMetaData, Freed<jsMsgMetaData_Destroy>>;
using StreamInfo = std::unique_ptr<jsStreamInfo, Freed<jsStreamInfo_Destroy>>;
using ConsumerInfo = std::unique_ptr<jsConsumerInfo, Freed<jsConsumerInfo_Destroy>>;
using KeyValue = std::unique_ptr<kvStore, Freed<kvStore_Destroy>>;
using Entry = std::unique_ptr<kvEntry, Freed<kvEntry_Destroy>>;
using Watcher = std::unique_ptr<kvWatcher, Freed<kvWatcher_Destroy>>;

/// What went wrong in this thread's last call: in the server's words where it gave some.
[[nodiscard]] inline Error errorOf(natsStatus status, std::string_view what)
{
    const bool late = status == NATS_TIMEOUT;
    natsStatus last = NATS_OK;
    const char *told = nats_GetLastError(&last);
    const bool isTold = last == status && told != nullptr && *told != '\0';
    return {late ? ErrorCode::Timeout : ErrorCode::Unavailable,
        std::string(what) + ": " + (isTold ? told : natsStatus_GetText(status))};
}

[[nodiscard]] inline std::string_view dataOf(natsMsg *message)
{
    return {natsMsg_GetData(message), static_cast<std::size_t>(natsMsg_GetDataLength(message))};
}

} // namespace lectern::relay::nats
