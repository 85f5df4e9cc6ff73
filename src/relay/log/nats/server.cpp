// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/server.h"

#include <algorithm>
#include <chrono>
#include <spdlog/spdlog.h>
#include <thread>

namespace lectern::relay::nats {
namespace {

constexpr std::int64_t nanoseconds = 1'000'000'000;
constexpr std::int64_t requestMilliseconds = 2000;

std::string subjectToken(const std::string &text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string token;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || c == '-' || c == '_';
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain)
            token += c;
        else
            token += {'=', digits[byte >> 4U], digits[byte & 15U]};
    }
    return token.empty() ? "=" : token;
}

void logDisconnected(natsConnection *connection, void *)
{
    if (!natsConnection_IsClosed(connection)) // by ourselves
        spdlog::warn("log=nats event=disconnected");
}

void logReconnected(natsConnection *connection, void *)
{
    std::array<char, 256> url{};
    natsConnection_GetConnectedUrl(connection, url.data(), url.size());
    spdlog::info("log=nats event=reconnected url={}", url.data());
}

natsStatus setAccess(natsOptions *options, const NatsAccess &access)
{
    if (!access.credentialsFile.empty())
        return natsOptions_SetUserCredentialsFromFiles(options, access.credentialsFile.c_str(), nullptr);
    if (!access.user.empty())
        return natsOptions_SetUserInfo(options, access.user.c_str(), access.password.c_str());
    return NATS_OK;
}

natsStatus setOptions(natsOptions *options, const NatsAddress &address)
{
    std::vector<const char *> servers;
    for (const std::string &server : address.servers)
        servers.push_back(server.c_str());
    natsStatus status = natsOptions_SetServers(options, servers.data(), static_cast<int>(servers.size()));
    if (status == NATS_OK)
        status = setAccess(options, address.access);
    if (status == NATS_OK)
        status = natsOptions_SetName(options, "lectern-relay");
    if (status == NATS_OK)
        status = natsOptions_SetMaxReconnect(options, -1);
    if (status == NATS_OK)
        status = natsOptions_SetReconnectWait(options, 100);
    // A server that died without a word is noticed after two of these.
    if (status == NATS_OK)
        status = natsOptions_SetPingInterval(options, 2000);
    if (status == NATS_OK)
        status = natsOptions_SetMaxPingsOut(options, 2);
    if (status == NATS_OK)
        status = natsOptions_SetWriteDeadline(options, 2000);
    if (status == NATS_OK)
        status = natsOptions_SetDisconnectedCB(options, logDisconnected, nullptr);
    return status == NATS_OK ? natsOptions_SetReconnectedCB(options, logReconnected, nullptr) : status;
}

std::int64_t copiesOn(const NatsAddress &address)
{
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(address.servers.size()), 1, 3);
}

jsStreamConfig configOf(const char *&subjects, const NatsAddress &address, const Retention &retention)
{
    jsStreamConfig config;
    jsStreamConfig_Init(&config);
    config.Name = streamName;
    config.Subjects = &subjects;
    config.SubjectsLen = 1;
    config.Storage = js_FileStorage;
    config.Replicas = copiesOn(address);
    config.MaxAge = std::max<std::int64_t>(retention.age.count(), duplicateHours) * 3600 * nanoseconds;
    config.MaxBytes = static_cast<std::int64_t>(retention.bytes);
    config.Duplicates = duplicateHours * 3600 * nanoseconds;
    return config;
}

bool isAsWanted(const jsStreamConfig &is, const jsStreamConfig &wanted)
{
    return is.Replicas == wanted.Replicas && is.MaxAge == wanted.MaxAge && is.MaxBytes == wanted.MaxBytes
        && is.Duplicates == wanted.Duplicates;
}

/// Asks whether there is one before making it: nats-server (2.9) wants room for a second log as large as the
/// first before it looks whether the name is taken.
natsStatus makeStream(Link &link, const NatsAddress &address, const Retention &retention, jsErrCode &why)
{
    const char *subjects = allSubjects;
    jsStreamConfig config = configOf(subjects, address, retention);
    jsStreamInfo *found = nullptr;
    const natsStatus status = js_GetStreamInfo(&found, link.jetStream.get(), streamName, nullptr, &why);
    const StreamInfo stream(found);
    if (status == NATS_NOT_FOUND)
        return js_AddStream(nullptr, link.jetStream.get(), &config, nullptr, &why);
    if (status != NATS_OK || isAsWanted(*stream->Config, config))
        return status;
    return js_UpdateStream(nullptr, link.jetStream.get(), &config, nullptr, &why);
}

natsStatus makeBucket(Link &link, const NatsAddress &address)
{
    kvStore *found = nullptr;
    natsStatus status = js_KeyValue(&found, link.jetStream.get(), bucketName);
    if (status == NATS_NOT_FOUND) {
        kvConfig config;
        kvConfig_Init(&config);
        config.Bucket = bucketName;
        config.History = 1;
        config.StorageType = js_FileStorage;
        config.Replicas = static_cast<int>(copiesOn(address));
        status = js_CreateKeyValue(&found, link.jetStream.get(), &config);
    }
    const KeyValue store(found);
    return status;
}

} // namespace

std::string subjectOf(const std::string &account, const std::string &host)
{
    return "lectern.event." + subjectToken(account) + '.' + subjectToken(host);
}

std::string subjectsOf(const std::string &account)
{
    return "lectern.event." + subjectToken(account) + ".*";
}

Result<LinkPointer> connect(const NatsAddress &address, jsPubAckHandler acknowledged, void *closure)
{
    natsOptions *made = nullptr;
    natsStatus status = natsOptions_Create(&made);
    const Options options(made);
    if (status == NATS_OK)
        status = setOptions(options.get(), address);
    auto link = std::make_shared<Link>();
    natsConnection *connection = nullptr;
    if (status == NATS_OK)
        status = natsConnection_Connect(&connection, options.get());
    link->connection.reset(connection);
    jsOptions jetStream;
    jsOptions_Init(&jetStream);
    jetStream.Wait = requestMilliseconds;
    jetStream.PublishAsync.AckHandler = acknowledged;
    jetStream.PublishAsync.AckHandlerClosure = closure;
    jsCtx *context = nullptr;
    if (status == NATS_OK)
        status = natsConnection_JetStream(&context, connection, &jetStream);
    link->jetStream.reset(context);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "connecting to NATS"));
    return link;
}

Result<void> prepareStream(Link &link, const NatsAddress &address, const Retention &retention)
{
    Result<void> made;
    for (int attempt = 0; attempt < 60; ++attempt) {
        jsErrCode why{};
        natsStatus status = makeStream(link, address, retention, why);
        if (status == NATS_OK)
            status = makeBucket(link, address);
        if (status == NATS_OK)
            return {};
        made = std::unexpected(errorOf(status, "making the stream"));
        if (why == JSStorageResourcesExceededErr)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
    return made;
}

Result<StreamInfo> streamInfo(Link &link)
{
    jsStreamInfo *found = nullptr;
    const natsStatus status = js_GetStreamInfo(&found, link.jetStream.get(), streamName, nullptr, nullptr);
    StreamInfo info(found);
    if (status != NATS_OK)
        return std::unexpected(errorOf(status, "reading the stream's state"));
    return info;
}

} // namespace lectern::relay::nats
