// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/invitation.h"
#include "feed/relayaccess.h"
#include "feed/relayschool.h"
#include "zoom/transport.h"

#include <qcoro/qcorotask.h>

#include <memory>

namespace lectern::feed {

/// A relay's calls, one exchange each, besides its stream of events. Copies share the transport. Errors are
/// those of relayErrorOf() and of the transport; Unauthorized means that the person needs a new invitation.
class RelayClient
{
public:
    RelayClient(std::shared_ptr<zoom::Transport> transport, std::shared_ptr<const Clock> clock);

    /// Uses the invitation up. Invalid when it was used before or is too old.
    [[nodiscard]] QCoro::Task<Result<RelayAccess>> accept(Invitation invitation) const;
    /// A new token for the same person; the old one stays good until it ends.
    [[nodiscard]] QCoro::Task<Result<RelayAccess>> renew(RelayAccess access) const;
    /// The access with who its person is to the relay now.
    [[nodiscard]] QCoro::Task<Result<RelayAccess>> me(RelayAccess access) const;

    /// What this person may know of the school.
    [[nodiscard]] QCoro::Task<Result<RelaySchool>> school(RelayAccess access) const;
    /// Replaces what the relay knows of the school. For administrators.
    [[nodiscard]] QCoro::Task<Result<void>> publish(RelayAccess access, RelaySchool school) const;

private:
    std::shared_ptr<zoom::Transport> m_transport;
    std::shared_ptr<const Clock> m_clock;
};

} // namespace lectern::feed
