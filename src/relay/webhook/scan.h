// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/event.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace lectern::relay {

/// What a body that is no event of Zoom's is wrong in: a label for metrics and logs.
enum class Malformed {
    NotJson, ///< cut off, or not JSON at all
    NotUtf8,
    TooDeep, ///< nested deeper than anything Zoom sends
    NoEvent, ///< JSON without `event`
};

/// "not-json", "not-utf8", "too-deep" or "no-event".
[[nodiscard]] std::string_view malformedName(Malformed malformed);

/// What a webhook's body says, as far as the relay needs to know.
struct Scanned
{
    Event event; ///< without account and key
    std::string account; ///< `payload.account_id`; "" where absent
    std::string plainToken; ///< of endpoint.url_validation: `payload.plainToken`
    std::string payload; ///< what identifies the event besides its name and time, for the key; see Event::key
};

/// Reads bodies in one pass that also proves them whole and valid. Keeps its memory from one to the next; for
/// one thread at a time.
class Scanner
{
public:
    Scanner();
    ~Scanner();
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    /// Takes the body: it becomes Event::json, with line breaks between its tokens taken out.
    [[nodiscard]] std::expected<Scanned, Malformed> scan(std::string body);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The event of a text that a log has kept, without its account and key. For any thread.
[[nodiscard]] Event readKept(std::string json);

} // namespace lectern::relay
