// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/rows.h"

#include <QList>

#include <optional>

namespace lectern::store {

class Database;

struct RegistrantQuery
{
    MeetingId meeting;
    std::optional<RegistrantRow::Status> status;
    QString text; ///< words of name or e-mail; empty: any
    int limit = 200;
    int offset = 0;
};

/// What stands for Zoom's id of a registration while only the e-mail is known.
[[nodiscard]] QString registrantWithoutId(const QString &email);

/// Registrations, keyed by Zoom's registrant id within a meeting; matched to people by e-mail.
class RegistrantRepository
{
public:
    explicit RegistrantRepository(Database &database);

    /// Adds or updates by meeting and zoomRegistrantId. An empty joinUrl does not erase a known one while the
    /// registration stays approved. `id`, `person` and `knownAs` are not looked at.
    [[nodiscard]] Result<RegistrantId> save(const RegistrantRow &registrant);
    /// Zoom's id of what was saved under registrantWithoutId(email) is known now. Does nothing without such.
    [[nodiscard]] Result<void> identify(
        MeetingId meeting, const QString &email, const QString &zoomRegistrantId);
    /// Zoom's whole list for one status: saves these, and removes others of that status.
    [[nodiscard]] Result<void> replace(
        MeetingId meeting, RegistrantRow::Status status, const QList<RegistrantRow> &registrants);
    [[nodiscard]] Result<void> setStatus(
        MeetingId meeting, const QString &zoomRegistrantId, RegistrantRow::Status status);

    [[nodiscard]] Result<std::optional<RegistrantRow>> findByEmail(
        MeetingId meeting, const QString &email) const;
    [[nodiscard]] Result<std::optional<RegistrantRow>> findByZoomId(
        MeetingId meeting, const QString &zoomRegistrantId) const;
    /// By name.
    [[nodiscard]] Result<QList<RegistrantRow>> list(const RegistrantQuery &query) const;
    [[nodiscard]] Result<int> count(const RegistrantQuery &query) const;

private:
    Database &m_database;
};

} // namespace lectern::store
