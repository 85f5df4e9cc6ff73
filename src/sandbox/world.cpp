// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world.h"

#include <algorithm>
#include <cctype>

namespace lectern::sandbox {
namespace {

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return std::ranges::equal(
        left, right, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

bool isAlive(const MeetingState &meeting, Moment now)
{
    return !meeting.deletedAt && !meeting.isExpired(now);
}

MeetingState *findAlive(std::map<std::int64_t, MeetingState> &meetings, std::int64_t id, Moment now)
{
    const auto found = meetings.find(id);
    return found == meetings.end() || !isAlive(found->second, now) ? nullptr : &found->second;
}

/// The last moment of the schedule: of a series its last occurrence's.
std::optional<Moment> lastScheduled(const MeetingState &meeting)
{
    const json &last = meeting.occurrences.empty() ? meeting.document : meeting.occurrences.back();
    return parseMoment(last.value("start_time", std::string()), "UTC");
}

Account makeAccount(Random &random)
{
    Account account;
    account.id = random.id();
    account.clientId = random.id();
    account.clientSecret = random.token(32);
    account.publicClientId = random.id();
    account.apiKey = random.id();
    account.apiSecret = random.token(36);
    account.webhookSecret = random.id();
    account.subscriptionId = random.id();
    account.signingKey = random.bytes(32);
    return account;
}

} // namespace

const std::string &MeetingState::hostId() const
{
    return document.at("host_id").get_ref<const std::string &>();
}

int MeetingState::type() const
{
    return document.at("type").get<int>();
}

bool MeetingState::isExpired(Moment now) const
{
    if (live)
        return false;
    if (type() == 1)
        return !past.empty();
    const bool recurring = type() == 3 || type() == 4 || type() == 6 || isSeries();
    const Moment used = std::max(lastUsed, lastScheduled(*this).value_or(lastUsed));
    return now > used + std::chrono::days(recurring ? 365 : 30);
}

World::World(Clock worldClock, std::uint64_t seed)
    : clock(worldClock)
    , random(seed)
    , account(makeAccount(random))
{ }

void World::onEvent(EventHook hook)
{
    m_hooks.push_back(std::move(hook));
}

void World::emitEvent(std::string_view event, const json &payload)
{
    touch();
    for (const auto &hook : m_hooks)
        hook(event, payload);
}

void World::onTick(Ticker ticker)
{
    m_tickers.push_back(std::move(ticker));
}

void World::tick()
{
    for (const auto &ticker : m_tickers)
        ticker(*this);
}

const json *World::findUser(std::string_view idOrEmail) const
{
    const auto byId = users.find(std::string(idOrEmail));
    if (byId != users.end())
        return &byId->second;
    for (const auto &[id, user] : users) {
        if (equalIgnoringCase(user.at("email").get_ref<const std::string &>(), idOrEmail))
            return &user;
    }
    return nullptr;
}

json *World::findUser(std::string_view idOrEmail)
{
    return const_cast<json *>(std::as_const(*this).findUser(idOrEmail));
}

MeetingState *World::findMeeting(std::int64_t id)
{
    return findAlive(meetings, id, clock.now());
}

MeetingState *World::findWebinar(std::int64_t id)
{
    return findAlive(webinars, id, clock.now());
}

std::vector<MeetingState *> World::meetingsOf(const std::string &hostId)
{
    return aliveOf(meetings, m_meetingIndex, hostId);
}

std::vector<MeetingState *> World::webinarsOf(const std::string &hostId)
{
    return aliveOf(webinars, m_webinarIndex, hostId);
}

void World::forgetIndexes()
{
    m_meetingIndex = {};
    m_webinarIndex = {};
    touch();
}

std::vector<MeetingState *> World::aliveOf(Meetings &from, HostIndex &index, const std::string &hostId) const
{
    if (index.size != from.size()) {
        index = HostIndex{from.size(), {}};
        for (const auto &[id, meeting] : from)
            index.ids[meeting.hostId()].push_back(id);
    }
    std::vector<MeetingState *> alive;
    for (const std::int64_t id : index.ids[hostId]) {
        MeetingState &meeting = from.at(id);
        if (isAlive(meeting, clock.now()))
            alive.push_back(&meeting);
    }
    return alive;
}

} // namespace lectern::sandbox
