// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/authorisation.h"
#include "sandbox/media/ranges.h"
#include "sandbox/media/recording.h"
#include "sandbox/pages/page.h"
#include "sandbox/routes/routes.h"
#include "sandbox/sealedtoken.h"

/// The files of recordings. The link an API answer holds asks for a token and sends the client on to
/// another host, where a signed query is all it takes: a client that takes its Authorization header
/// along over there has a hole.
namespace lectern::sandbox {

namespace {

constexpr std::chrono::minutes signatureLife{10};

/// The header's token, or the query's, which Zoom still takes here.
std::string tokenOf(const http::Request &request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.headers.find("Authorization");
    if (header && header->starts_with(scheme))
        return std::string(header->substr(scheme.size()));
    return request.query.value("access_token");
}

/// A download token is good for one recording.
bool opensRecording(const World &world, const std::string &token, const std::string &uuid)
{
    const auto opened = openToken(world, TokenUse::Download, token);
    return opened && !opened->expired && opened->content.value("recording", "") == uuid;
}

std::optional<http::Reply> refusal(const World &world, const http::Request &request, const std::string &uuid)
{
    const std::string token = tokenOf(request);
    if (opensRecording(world, token, uuid))
        return std::nullopt;
    const auto identity = identifyToken(world, token);
    return identity ? std::nullopt : std::optional(identity.error());
}

/// The same server by its other name, which to a client is a foreign host.
std::string fileHost(const World &world)
{
    std::string url = world.baseUrl;
    const auto address = url.find("127.0.0.1");
    if (address != std::string::npos)
        url.replace(address, 9, "localhost");
    return url;
}

/// What Zoom shows where a file cannot be had: a page, and status 200.
http::Reply notAvailable(const std::string &why)
{
    return pages::page("This recording is not available", {why});
}

bool isInTrash(const RecordingState &recording, const std::string &fileId)
{
    if (recording.trashedAt)
        return true;
    for (const json &row : recording.document.at("recording_files"))
        if (row.value("id", "") == fileId)
            return row.contains("deleted_time");
    return true;
}

http::Reply redirect(const World &world, const std::string &fileId)
{
    const std::string signature = sealToken(world, TokenUse::Download, {{"file", fileId}}, signatureLife);
    http::Reply reply;
    reply.status = 302;
    reply.headers.add("Location", fileHost(world) + "/files/" + fileId + "?signature=" + signature);
    return reply;
}

http::Reply download(World &world, const Call &call)
{
    const std::string &fileId = call.parameter("fileId");
    const RecordingState *recording = recordingWithFile(world, fileId);
    const std::string uuid = recording ? recording->document.at("uuid").get<std::string>() : std::string();
    if (auto refused = refusal(world, call.request, uuid))
        return std::move(*refused);
    if (!recording || isInTrash(*recording, fileId))
        return notAvailable("It does not exist, or it is in the trash.");
    return redirect(world, fileId);
}

http::Reply file(World &world, const Call &call)
{
    const std::string &fileId = call.parameter("fileId");
    const auto opened = openToken(world, TokenUse::Download, call.query("signature"));
    if (!opened || opened->expired || opened->content.value("file", "") != fileId)
        return notAvailable("The link is no longer good. Ask for the file again.");
    const RecordingState *recording = recordingWithFile(world, fileId);
    auto content = recording ? fileContent(*recording, fileId) : std::nullopt;
    if (!content)
        return notAvailable("It is still being processed.");
    return media::servedBytes(call.request, std::move(content->bytes), content->type);
}

/// The player's page; the file it plays needs no header.
http::Reply play(World &world, const Call &call)
{
    const std::string &fileId = call.parameter("fileId");
    const RecordingState *recording = recordingWithFile(world, fileId);
    if (!recording || isInTrash(*recording, fileId))
        return notAvailable("It does not exist, or it is in the trash.");
    if (call.query("pwd") != recording->document.value("recording_play_passcode", ""))
        return pages::page("Passcode needed", {"This recording opens with its passcode only."});
    const auto target = redirect(world, fileId);
    return pages::player(
        recording->document.value("topic", ""), std::string(*target.headers.find("Location")));
}

/// The first file that plays.
http::Reply share(World &world, const Call &call)
{
    for (const auto &[uuid, recording] : world.recordings)
        if (recording.document.value("share_url", "") == call.request.path && !recording.trashedAt)
            return pages::page(recording.document.value("topic", ""),
                {"A recording of " + recording.document.value("start_time", "") + ", shared by its host."});
    return notAvailable("It does not exist, or it is in the trash.");
}

} // namespace

void addDownloadRoutes(Router &router)
{
    const auto add = [&router](const char *pattern, Handler handler) {
        router.add({"GET", pattern, Access::Open, RateCategory::None, {}, std::move(handler)});
    };
    add("/rec/download/{fileId}", download);
    add("/files/{fileId}", file);
    add("/rec/play/{fileId}", play);
    add("/rec/share/{token}", share);
}

} // namespace lectern::sandbox
