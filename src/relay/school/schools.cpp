// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/schools.h"

#include "relay/keypart.h"
#include "relay/school/learn.h"
#include "relay/school/schooldocument.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <charconv>
#include <utility>

namespace lectern::relay {
namespace {

using boost::asio::awaitable;
using nlohmann::json;

constexpr std::string_view positionKey = "position";
constexpr std::size_t pageEvents = 1000;
constexpr std::size_t factsAtATime = 500; ///< looked at before others are served
constexpr std::size_t recordsAtATime = 2000; ///< in one write; the events that wait go in between
constexpr Position worthWriting = 10'000; // events

std::string recordKey(std::string_view account, std::string_view fact)
{
    return std::string(Schools::prefix) + keyPart(account) + '.' + std::string(fact);
}

struct SchoolKey
{
    std::string account;
    std::string_view fact; ///< what follows the account
};

std::optional<SchoolKey> readKey(std::string_view key)
{
    if (!key.starts_with(Schools::prefix))
        return std::nullopt;
    key.remove_prefix(Schools::prefix.size());
    const auto dot = key.find('.');
    auto account = fromKeyPart(key.substr(0, dot));
    if (dot == std::string_view::npos || !account)
        return std::nullopt;
    return SchoolKey{*std::move(account), key.substr(dot + 1)};
}

std::string toText(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// What follows "meeting." or "webinar." in the names of events that change what is known of a meeting.
constexpr std::array<std::string_view, 5> changing{
    "created", "updated", "deleted", "permanently_deleted", "recovered"};

bool changesMeetings(std::string_view name)
{
    const auto dot = name.find('.');
    const std::string_view ending = dot == std::string_view::npos ? name : name.substr(dot + 1);
    return std::ranges::find(changing, ending) != changing.end() || ending.starts_with("registration_")
        || ending.starts_with("converted_to_");
}

awaitable<void> pause(std::chrono::milliseconds duration)
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, duration);
    boost::system::error_code ignored;
    co_await timer.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
}

} // namespace

const Directory &Schools::of(std::string_view account) const
{
    static const Directory unknown;
    const auto found = m_directories.find(account);
    return found == m_directories.end() ? unknown : found->second;
}

bool Schools::mayTeach(const Event &event) const
{
    const std::string_view name = event.name;
    if (name.starts_with("user."))
        return true;
    const bool recording = name.starts_with("recording.");
    if (!recording && !name.starts_with("meeting.") && !name.starts_with("webinar."))
        return false;
    const Directory &school = of(event.account);
    const Meeting *meeting = school.meeting(event.meeting);
    const bool newMeeting = !meeting || meeting->document.is_null();
    const bool newHost = recording && school.hostEmail(event.host).empty();
    if (newMeeting || newHost)
        return true;
    const bool starts = name.ends_with(".started");
    if (!recording && (starts || name.ends_with(".ended")))
        return meeting->isNews(starts, event.uuid);
    return !recording && changesMeetings(name);
}

void Schools::learn(const std::string &account, const ZoomEvent &event)
{
    for (Fact &fact : factsFrom(event, m_directories[account]))
        take(account, std::move(fact));
}

void Schools::take(const std::string &account, Fact fact)
{
    m_directories[account].apply(fact);
    std::optional<std::string> value;
    if (fact.value)
        value = toText(*fact.value);
    m_pending.insert_or_assign(recordKey(account, textOf(fact.key)), std::move(value));
}

void Schools::passed(const std::string &account, Position position)
{
    Position &last = m_positions[account];
    last = std::max(last, position);
}

void Schools::note(std::string_view key, const std::optional<std::string> &value)
{
    // What is on its way out is newer than what comes back.
    if (m_pending.contains(key) || m_inFlight.contains(key))
        return;
    const auto school = readKey(key);
    const auto fact = school ? factKeyFrom(school->fact) : std::nullopt;
    if (!fact)
        return;
    std::optional<json> document;
    if (value)
        document = json::parse(*value, nullptr, false);
    if (!document || document->is_object())
        m_directories[school->account].apply({*fact, std::move(document)});
}

awaitable<Result<void>> Schools::load(EventLog &log, std::vector<std::string> accounts)
{
    const auto records = co_await m_records.list(std::string(prefix));
    if (!records)
        co_return std::unexpected(records.error());
    for (const auto &[key, value] : *records) {
        note(key, value);
        const auto school = readKey(key);
        Position position = 0;
        if (school && school->fact == positionKey)
            std::from_chars(value.data(), value.data() + value.size(), position);
        if (position > 0)
            m_positions.insert_or_assign(school->account, position);
    }
    for (const std::string &account : accounts) {
        const auto learnt = co_await learnFrom(log, account);
        if (!learnt)
            co_return learnt;
    }
    co_return Result<void>();
}

awaitable<Result<void>> Schools::learnFrom(EventLog &log, std::string account)
{
    Position after = m_positions[account];
    for (;;) {
        const auto page = co_await log.read(account, after, pageEvents);
        if (!page)
            co_return std::unexpected(page.error());
        for (const KeptEventPointer &kept : *page) {
            after = kept->position;
            if (!mayTeach(kept->event))
                continue;
            if (const auto event = ZoomEvent::parse(kept->event.json))
                learn(account, *event);
        }
        passed(account, after);
        if (page->size() < pageEvents)
            co_return Result<void>();
    }
}

awaitable<Result<void>> Schools::replace(std::string account, Facts wanted, Moment now)
{
    // Of two documents at once the later is what counts, not a mixture.
    while (m_replacing)
        co_await pause(std::chrono::milliseconds(5));
    m_replacing = true;
    Replacement replacement(std::move(wanted), m_directories[account], now);
    while (!replacement.isDone()) {
        for (Fact &fact : replacement.next(m_directories[account], factsAtATime))
            take(account, std::move(fact));
        co_await boost::asio::post(co_await boost::asio::this_coro::executor, boost::asio::use_awaitable);
    }
    m_replacing = false;
    co_return co_await writeDown();
}

std::vector<RecordStore::Change> Schools::takePending()
{
    std::vector<RecordStore::Change> changes;
    changes.reserve(m_pending.size() + m_positions.size());
    for (auto &[key, value] : m_pending) {
        m_inFlight.insert(key);
        changes.emplace_back(key, std::move(value));
    }
    m_pending.clear();
    // Last, because an engine may keep them one after another.
    for (const auto &[account, position] : m_positions)
        changes.emplace_back(recordKey(account, positionKey), std::to_string(position));
    m_written = m_positions;
    return changes;
}

/// A position alone is written now and then only: what was learnt up to it says nothing new the second time.
bool Schools::hasToWrite() const
{
    return !m_pending.empty() || std::ranges::any_of(m_positions, [this](const auto &entry) {
        const auto written = m_written.find(entry.first);
        return entry.second > (written == m_written.end() ? 0 : written->second) + worthWriting;
    });
}

awaitable<Result<void>> Schools::writeDown()
{
    // Two writers of the same record could overtake each other.
    while (m_writing)
        co_await pause(std::chrono::milliseconds(5));
    if (!hasToWrite())
        co_return Result<void>();
    m_writing = true;
    const auto changes = takePending();
    Result<void> written;
    auto next = changes.begin();
    while (written && next != changes.end()) {
        const auto end = next + std::min<std::ptrdiff_t>(recordsAtATime, changes.end() - next);
        written = co_await m_records.putAll({next, end});
        if (written)
            next = end;
    }
    m_writing = false;
    m_inFlight.clear();
    m_pending.insert(next, changes.end()); // what was learnt meanwhile is newer, and stays
    co_return written;
}

} // namespace lectern::relay
