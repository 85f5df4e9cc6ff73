// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineroom.h"

#include "roster/rosterimport.h"

namespace lectern::app {

EngineRoom::EngineRoom(const QString &profileFolder, std::shared_ptr<secrets::SecretStore> secrets)
    : m_profile(profileFolder)
    , m_lock(m_profile)
    , m_clock(std::make_shared<SystemClock>())
    , m_engine({.profile = m_profile,
          .clock = m_clock,
          .secrets = std::move(secrets),
          .roster = roster::importOneRoster})
    , m_reader(m_profile.databasePath(), *m_clock, models::StoreReader::Opening::Later)
{
    QObject::connect(&m_engine, &sync::Commands::storeChanged, &m_reader, &models::StoreReader::storeChanged);
}

Result<void> EngineRoom::acquire()
{
    if (auto created = m_profile.create(); !created)
        return created;
    return m_lock.acquire();
}

} // namespace lectern::app
