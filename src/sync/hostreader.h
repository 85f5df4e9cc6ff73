// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/repositories.h"
#include "sync/zoomlink.h"
#include "zoom/user.h"

#include <qcoro/qcorotask.h>

namespace lectern::sync {

/// Whether a user of this type may ask for registration and record to the cloud.
[[nodiscard]] school::Host::Licence licenceOf(zoom::UserType type);

/// The account's users, into the store: as hosts, and as people where nobody has their e-mail yet (the
/// account's owner and administrators as administrators, everybody else as a teacher).
class HostReader
{
public:
    HostReader(Repositories &store, ZoomLink &link);

    /// The active hosts, as they are stored now. Hosts that Zoom no longer lists are marked Gone.
    [[nodiscard]] QCoro::Task<Result<QList<school::Host>>> read();
    /// Zoom says that this host left.
    [[nodiscard]] Result<void> markGone(school::Host host);
    /// Writes one page of users.
    [[nodiscard]] Result<QList<school::Host>> store(const QList<zoom::User> &users);

private:
    [[nodiscard]] Result<school::Host> store(const zoom::User &user);
    [[nodiscard]] Result<void> storePerson(const zoom::User &user);

    Repositories &m_store;
    ZoomLink &m_link;
};

} // namespace lectern::sync
