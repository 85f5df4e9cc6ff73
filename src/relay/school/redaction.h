// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/school/zoomevent.h"

#include <nlohmann/json.hpp>

namespace lectern::relay {

/// What nobody gets, whoever they are: links that make their bearer the host (start_url, anything with a
/// ZAK in it) and host keys, wherever in the document they are. Whether there was something to take out.
bool takeOutHostSecrets(nlohmann::json &document);

/// A learner's copy of an event: what is listed here as harmless, and nothing else. It has no name, e-mail,
/// link or passcode of anybody; also the meeting's own join link is left out, which GET /school gives to
/// those who may have it. Zoom's new members stay out until somebody has looked at them.
[[nodiscard]] nlohmann::json learnersCopy(const ZoomEvent &event);

/// The same for the one learner whom a registration or participant event is about: with their own
/// registration, or presence, whole.
[[nodiscard]] nlohmann::json ownCopy(const ZoomEvent &event);

/// The dates of a series, without what Zoom may add to them one day.
[[nodiscard]] nlohmann::json plainOccurrences(const nlohmann::json &list);

} // namespace lectern::relay
