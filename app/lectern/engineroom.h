// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "models/storereader.h"
#include "sync/engine.h"
#include "sync/profile.h"
#include "sync/profilelock.h"

#include <memory>

namespace lectern::secrets {
class SecretStore;
}

namespace lectern::app {

/// Everything below the windows for one profile: its lock, the engine and the reader. Made once per run.
class EngineRoom
{
public:
    EngineRoom(const QString &profileFolder, std::shared_ptr<secrets::SecretStore> secrets);

    /// Takes the profile for this process; refused with words that name who holds it.
    [[nodiscard]] Result<void> acquire();

    [[nodiscard]] sync::Engine &engine() { return m_engine; }
    [[nodiscard]] models::StoreReader &reader() { return m_reader; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] const sync::Profile &profile() const { return m_profile; }

private:
    sync::Profile m_profile;
    sync::ProfileLock m_lock;
    std::shared_ptr<const Clock> m_clock;
    sync::Engine m_engine;
    models::StoreReader m_reader;
};

} // namespace lectern::app
