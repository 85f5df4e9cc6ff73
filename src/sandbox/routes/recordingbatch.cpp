// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/recording.h"
#include "sandbox/replies.h"
#include "sandbox/routes/routes.h"

/// What an administrator does to many recordings at once in Zoom's portal, for which there is no API:
///
///     POST /sandbox/recordings   {action: trash|delete|recover, user: e-mail or id}; all of the account
///                                where no user is named
namespace lectern::sandbox {

namespace {

enum class Action { Trash, Delete, Recover };

std::optional<Action> actionOf(const std::string &name)
{
    if (name == "trash")
        return Action::Trash;
    if (name == "delete")
        return Action::Delete;
    return name == "recover" ? std::optional(Action::Recover) : std::nullopt;
}

/// Those it applies to: what is in the trash can only be recovered or deleted for good.
std::vector<std::string> chosen(const World &world, Action action, const std::string &hostId)
{
    std::vector<std::string> uuids;
    for (const auto &[uuid, recording] : world.recordings) {
        const bool ofHost = hostId.empty() || recording.document.at("host_id") == hostId;
        if (ofHost && recording.trashedAt.has_value() == (action != Action::Trash))
            uuids.push_back(uuid);
    }
    return uuids;
}

json fileIds(const RecordingState &recording)
{
    json ids = json::array();
    for (const json &row : recording.document.at("recording_files"))
        ids.push_back(row.at("id"));
    return ids;
}

json toldMeetings(const World &world, const std::vector<std::string> &uuids)
{
    json meetings = json::array();
    for (const std::string &uuid : uuids)
        meetings.push_back(
            {{"meeting_uuid", uuid}, {"recording_file_ids", fileIds(world.recordings.at(uuid))}});
    return meetings;
}

void apply(World &world, Action action, const std::vector<std::string> &uuids)
{
    for (const std::string &uuid : uuids) {
        if (action == Action::Trash)
            world.recordings.at(uuid).trashedAt = world.clock.now();
        else if (action == Action::Recover)
            world.recordings.at(uuid).trashedAt.reset();
        else
            world.recordings.erase(uuid);
    }
}

http::Reply handle(World &world, const Call &call)
{
    const auto action = actionOf(call.body.value("action", std::string()));
    if (!action)
        return validationFailed({{"action", "Invalid field."}});
    const std::string name = call.body.value("user", std::string());
    const json *user = world.findUser(name);
    if (!name.empty() && !user)
        return noSuchUser(name);
    const auto uuids = chosen(world, *action, user ? user->at("id").get<std::string>() : std::string());
    json payload = operatorOf(world, call);
    if (*action == Action::Trash) {
        payload["operation"] = user ? "trash_user_recordings" : "trash_account_recordings";
        payload["object"] = {{"meeting_uuids", uuids}};
    } else {
        payload["object"] = {{"meetings", toldMeetings(world, uuids)}};
    }
    apply(world, *action, uuids);
    world.emitEvent(*action == Action::Trash ? "recording.batch_trashed"
            : *action == Action::Delete      ? "recording.batch_deleted"
                                             : "recording.batch_recovered",
        payload);
    return jsonReply(200, {{"recordings", uuids.size()}});
}

} // namespace

void addRecordingBatchRoutes(Router &router)
{
    router.add({"POST", "/sandbox/recordings", Access::Open, RateCategory::None, {}, handle});
}

} // namespace lectern::sandbox
