// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "core/clock.h"
#include "store/database.h"
#include "sync/engine.h"
#include "sync/profilelock.h"

#include <qcoro/qcorotask.h>

#include <memory>

namespace lectern::ctl {

/// What the commands work with: the profile for reading, and for those that change something the engine.
class Workbench
{
public:
    explicit Workbench(const Arguments &arguments);
    ~Workbench();

    /// Takes the profile and starts the engine; refused while another program has it.
    [[nodiscard]] QCoro::Task<Result<void>> startEngine();
    [[nodiscard]] sync::Engine &engine() { return *m_engine; }

    /// Opens the profile for reading, once; refused where there is none yet.
    [[nodiscard]] Result<void> openReader();
    [[nodiscard]] store::Database &reader() { return *m_reader; }

    /// Waits until nothing of the meeting (of any, when invalid) waits to be sent. Refused with Zoom's words
    /// where it was refused or nothing can be sent now; what was not sent stays in the outbox.
    [[nodiscard]] QCoro::Task<Result<void>> waitUntilSent(MeetingId meeting);

    [[nodiscard]] const Clock &clock() const { return *m_clock; }

private:
    /// Nothing while it is still on its way.
    [[nodiscard]] std::optional<Result<void>> outcome(MeetingId meeting) const;
    [[nodiscard]] Result<void> notSent(MeetingId meeting) const;

    std::chrono::milliseconds m_timeout;
    sync::Profile m_profile;
    sync::ProfileLock m_lock;
    std::shared_ptr<SystemClock> m_clock;
    std::unique_ptr<store::Database> m_reader;
    std::unique_ptr<sync::Engine> m_engine;
};

} // namespace lectern::ctl
