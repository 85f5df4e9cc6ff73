// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/webhook/scan.h"

#include <algorithm>
#include <simdjson.h>

namespace lectern::relay {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// Zoom's deepest event has eight levels.
constexpr std::size_t deepest = 64;
constexpr std::size_t usualSize = 64 * 1024;
/// What a parser that has seen something larger goes on to hold.
constexpr std::size_t mostKept = 1024 * 1024;

std::string_view textAt(const object &parent, std::string_view name)
{
    std::string_view text;
    return parent[name].get(text) ? std::string_view() : text;
}

/// Zoom writes ids as numbers in some events and as text in others.
std::string idAt(const object &parent, std::string_view name)
{
    std::int64_t number = 0;
    if (!parent[name].get(number))
        return std::to_string(number);
    return std::string(textAt(parent, name));
}

void readObject(const object &payload, Event &event)
{
    object subject;
    if (payload["object"].get(subject))
        return;
    event.meeting = idAt(subject, "id");
    event.uuid = textAt(subject, "uuid");
    event.host = textAt(subject, "host_id");
}

Malformed malformed(simdjson::error_code error)
{
    if (error == simdjson::UTF8_ERROR)
        return Malformed::NotUtf8;
    return error == simdjson::DEPTH_ERROR ? Malformed::TooDeep : Malformed::NotJson;
}

/// All of it counts but the token that lets one download a recording: it is beside the payload and a new one
/// each time.
std::string identityOf(const object &root)
{
    if (!root["download_token"].error()) {
        element payload;
        if (!root["payload"].get(payload))
            return simdjson::minify(payload);
    }
    return {};
}

/// Within a string JSON has no line breaks, so that these stand between tokens.
std::string withoutLineBreaks(std::string text)
{
    for (const char lineBreak : {'\n', '\r'}) { // Zoom sends none: looking for them is quicker than replacing
        for (auto at = text.find(lineBreak); at != std::string::npos; at = text.find(lineBreak, at))
            text[at] = ' ';
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

} // namespace

std::string_view malformedName(Malformed malformed)
{
    switch (malformed) {
    case Malformed::NotJson:
        return "not-json";
    case Malformed::NotUtf8:
        return "not-utf8";
    case Malformed::TooDeep:
        return "too-deep";
    case Malformed::NoEvent:
        return "no-event";
    }
    return "not-json";
}

struct Scanner::Private
{
    simdjson::dom::parser parser;
    bool isReady = false;

    /// The parser grows to the longest body it has read; one that was very long is not remembered for ever.
    void prepare(std::size_t size)
    {
        if (parser.capacity() > mostKept && size <= mostKept)
            isReady = false;
        if (!isReady)
            parser = simdjson::dom::parser();
        if (!isReady)
            isReady = !parser.allocate(usualSize, deepest);
    }
};

Scanner::Scanner()
    : d(std::make_unique<Private>())
{ }

Scanner::~Scanner() = default;

std::expected<Scanned, Malformed> Scanner::scan(std::string body)
{
    d->prepare(body.size());
    element document;
    const auto error = d->parser.parse(body.data(), body.size()).get(document);
    if (error)
        return std::unexpected(malformed(error));
    object root;
    if (document.get(root) || textAt(root, "event").empty())
        return std::unexpected(Malformed::NoEvent);
    Scanned scanned;
    scanned.event.name = textAt(root, "event");
    std::int64_t time = 0;
    scanned.event.time = root["event_ts"].get(time) ? 0 : time;
    object payload;
    if (!root["payload"].get(payload)) {
        scanned.account = textAt(payload, "account_id");
        scanned.plainToken = textAt(payload, "plainToken");
        readObject(payload, scanned.event);
    }
    scanned.payload = identityOf(root);
    scanned.event.json = withoutLineBreaks(std::move(body));
    return scanned;
}

Event readKept(std::string json)
{
    thread_local Scanner scanner;
    const std::string copy = json;
    auto scanned = scanner.scan(std::move(json));
    if (scanned)
        return std::move(scanned->event);
    Event event; // a damaged file: what is there is told as it is
    event.json = copy;
    return event;
}

} // namespace lectern::relay
