// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"
#include "sync/extrasreader.h"
#include "sync/registration.h"
#include "sync/repositories.h"
#include "sync/zoomlink.h"

#include <qcoro/qcorotask.h>

namespace lectern::sync {

/// Registers the people of one change at Zoom, one after the other. What Zoom has taken leaves the change at
/// once, together with the registration's way into the store, so that a crash or a lost network in the midst
/// of a class registers nobody twice.
class RegistrationSender
{
public:
    RegistrationSender(Repositories &store, ZoomLink &link);

    /// Ends the change when everybody is registered. Otherwise the change keeps the others, and the error
    /// says why and whether waiting helps: those whose three attempts of the day are used up wait for
    /// midnight UTC; whom Zoom refuses keeps nobody else from being registered.
    [[nodiscard]] QCoro::Task<Result<void>> send(store::Change change, school::Meeting meeting);

private:
    /// Who was registered by somebody else meanwhile is left out.
    [[nodiscard]] Result<QList<Registree>> stillMissing(const store::Change &change) const;
    [[nodiscard]] Result<void> keepRest(const store::Change &change, const QList<Registree> &rest);
    [[nodiscard]] Result<void> keepRegistered(const store::Change &change, const QList<Registree> &rest,
        const zoom::Registration &registration, const Registree &who);
    [[nodiscard]] Result<void> conclude(
        const store::Change &change, const QList<Registree> &rest, const QStringList &refusals);

    Repositories &m_store;
    ZoomLink &m_link;
    ExtrasReader m_extras;
};

} // namespace lectern::sync
