// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/registering.h"

#include "core/whendone.h"
#include "sync/commands.h"
#include "ui/common/notices.h"

namespace lectern::ui {

void registerEveryone(const Services &services, MeetingId meeting)
{
    whenDone(services.commands.registerEveryone(meeting), &services.notices,
        [&notices = services.notices](const Result<int> &outcome) {
            if (outcome)
                notices.tell(Notices::tr("%n learner(s) are being registered.", nullptr, *outcome));
            else
                notices.fail(outcome.error());
        });
}

} // namespace lectern::ui
