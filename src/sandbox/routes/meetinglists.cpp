// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/routes/routes.h"

#include <algorithm>

// Lists of meetings: short rows, without settings, passcode, status or occurrences.
namespace lectern::sandbox {
namespace {

/// A meeting, or one occurrence of it.
struct Row
{
    const MeetingState *meeting;
    std::optional<Moment> start;
    json duration;
};

std::optional<Moment> momentOf(const json &object)
{
    return parseMoment(object.value("start_time", std::string()), "UTC");
}

Moment endOf(const Row &row)
{
    return row.start.value_or(Moment()) + std::chrono::minutes(row.duration.get<int>());
}

Row wholeRow(const MeetingState &meeting)
{
    return {&meeting, momentOf(meeting.document), meeting.document["duration"]};
}

/// A series takes one row for each occurrence that is still to come.
void addUpcomingRows(std::vector<Row> &rows, const MeetingState &meeting, Moment now)
{
    std::vector<Row> candidates;
    if (!meeting.isSeries())
        candidates.push_back(wholeRow(meeting));
    for (const json &occurrence : meeting.occurrences) {
        if (occurrence["status"] == "available")
            candidates.push_back({&meeting, momentOf(occurrence), occurrence["duration"]});
    }
    for (Row &row : candidates) {
        if (row.start && endOf(row) > now)
            rows.push_back(std::move(row));
    }
}

void addPreviousRows(std::vector<Row> &rows, const MeetingState &meeting, Moment now)
{
    const Row row = wholeRow(meeting);
    if (!meeting.live && !meeting.isSeries() && row.start && endOf(row) <= now)
        rows.push_back(row);
}

void addRows(std::vector<Row> &rows, const MeetingState &meeting, const std::string &type, Moment now)
{
    if (type == "live") {
        if (meeting.live)
            rows.push_back(wholeRow(meeting));
    } else if (meeting.type() == 1) {
        return;
    } else if (type == "upcoming" || type == "upcoming_meetings") {
        addUpcomingRows(rows, meeting, now);
    } else if (type == "previous_meetings") {
        addPreviousRows(rows, meeting, now);
    } else {
        rows.push_back(wholeRow(meeting));
    }
}

std::string cutAgenda(const std::string &agenda)
{
    constexpr std::size_t shown = 250;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < agenda.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(agenda[i]) & 0xC0U) != 0x80U;
        if (begins && characters++ == shown)
            return agenda.substr(0, i);
    }
    return agenda;
}

json shownRow(const World &world, const Row &row)
{
    const json &document = row.meeting->document;
    json shown{{"agenda", cutAgenda(document.value("agenda", std::string()))},
        {"join_url", joinUrl(world, *row.meeting)}, {"duration", row.duration}};
    for (const char *name : {"uuid", "id", "host_id", "topic", "type", "timezone", "created_at", "pmi"}) {
        if (document.contains(name))
            shown[name] = document[name];
    }
    if (row.start)
        shown["start_time"] = formatUtc(*row.start);
    return shown;
}

bool isWithin(const Row &row, const std::optional<Moment> &from, const std::optional<Moment> &to)
{
    if (from && (!row.start || *row.start < *from))
        return false;
    return !to || (row.start && *row.start < *to + std::chrono::days(1));
}

http::Reply listMeetings(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    const std::string type = call.query("type", "scheduled");
    const auto from = parseDate(call.query("from"));
    const auto to = parseDate(call.query("to"));
    std::vector<Row> rows;
    for (const MeetingState *meeting : world.meetingsOf((*user)->at("id")))
        addRows(rows, *meeting, type, world.clock.now());
    std::erase_if(rows, [&](const Row &row) { return !isWithin(row, from, to); });
    std::ranges::stable_sort(rows, {}, [](const Row &row) { return row.start.value_or(Moment()); });
    return pagedReply(world, call, Paging::NumberToo, "meetings", rows.size(),
        [&](std::size_t i) { return shownRow(world, rows[i]); });
}

bool isInvited(const MeetingState &meeting, const std::string &email)
{
    const json invitees = meeting.document["settings"].value("meeting_invitees", json::array());
    return std::ranges::any_of(
        invitees, [&](const json &invitee) { return invitee.value("email", std::string()) == email; });
}

json upcomingRow(const World &world, const Row &row, const json &user)
{
    const json &document = row.meeting->document;
    json shown{{"start_time", formatUtc(*row.start)}, {"duration", row.duration},
        {"join_url", joinUrl(world, *row.meeting)}, {"passcode", document["password"]},
        {"use_pmi", document["settings"].value("use_pmi", false)},
        {"is_host", document["host_id"] == user["id"]}};
    for (const char *name : {"id", "topic", "type", "timezone", "created_at"})
        shown[name] = document[name];
    return shown;
}

/// The next 24 hours, with meetings of others the user is invited to. Not paged.
http::Reply upcomingMeetings(World &world, const Call &call)
{
    const auto found = userOf(world, call);
    if (!found)
        return found.error();
    const json &user = **found;
    const Moment now = world.clock.now();
    std::vector<Row> rows;
    for (const auto &[id, meeting] : world.meetings) {
        const bool alive = !meeting.deletedAt && meeting.type() != 1;
        if (alive && (meeting.document["host_id"] == user["id"] || isInvited(meeting, user["email"])))
            addUpcomingRows(rows, meeting, now);
    }
    std::erase_if(rows, [now](const Row &row) { return *row.start > now + std::chrono::hours(24); });
    std::ranges::stable_sort(rows, {}, [](const Row &row) { return *row.start; });
    json meetings = json::array();
    for (const Row &row : rows)
        meetings.push_back(upcomingRow(world, row, user));
    return jsonReply(200, {{"total_records", rows.size()}, {"meetings", std::move(meetings)}});
}

} // namespace

void addMeetingListRoutes(Router &router)
{
    router.add({"GET", "/v2/users/{userId}/meetings", Access::Token, RateCategory::Medium,
        "meeting:read:list_meetings", listMeetings});
    router.add({"GET", "/v2/users/{userId}/upcoming_meetings", Access::Token, RateCategory::Medium,
        "meeting:read:list_upcoming_meetings", upcomingMeetings});
}

} // namespace lectern::sandbox
