// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/relayschool.h"
#include "sync/repositories.h"

namespace lectern::sync {

/// What a relay has to know of the school to tell whom an event concerns: everybody, the courses with who is
/// in them, the hosts, and the meetings from a week ago on with whose they are and who registered.
[[nodiscard]] Result<feed::RelaySchool> buildSchool(const Repositories &store);

} // namespace lectern::sync
