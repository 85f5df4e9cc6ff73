// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/owner.h"
#include "school/ownertag.h"
#include "store/courserepository.h"
#include "store/hostrepository.h"
#include "store/meetingrepository.h"
#include "store/personrepository.h"

#include <QUuid>

#include <optional>

namespace lectern::sync {

/// Translates between owners as the store has them (row ids) and as they travel with a meeting (codes and
/// e-mails). What a tag names and the store does not know is added as a placeholder.
class OwnerBook
{
public:
    OwnerBook(
        store::CourseRepository &courses, store::PersonRepository &people, store::HostRepository &hosts);

    /// Whom a remote meeting belongs to; without a tag, its host.
    [[nodiscard]] Result<store::OwnerClaim> claim(
        const std::optional<school::OwnerTag> &tag, const QString &hostZoomUserId) const;
    /// The tag of an owner; Invalid when the course or person is no longer there.
    [[nodiscard]] Result<school::OwnerTag> tagOf(const school::Owner &owner, const QUuid &reference) const;
    /// The owner in words for a person; empty when it is no longer there.
    [[nodiscard]] QString nameOf(const school::Owner &owner) const;

private:
    [[nodiscard]] Result<school::Owner> resolve(const school::OwnerTag::Everyone &) const;
    [[nodiscard]] Result<school::Owner> resolve(const school::OwnerTag::Person &tag) const;
    [[nodiscard]] Result<school::Owner> resolve(const school::OwnerTag::Course &tag) const;
    [[nodiscard]] Result<school::Owner> ownerOfHost(const QString &hostZoomUserId) const;
    [[nodiscard]] Result<school::OwnerTag> tagOf(const school::CourseOwner &owner) const;
    [[nodiscard]] Result<school::OwnerTag> tagOf(const school::PersonOwner &owner) const;

    store::CourseRepository &m_courses;
    store::PersonRepository &m_people;
    store::HostRepository &m_hosts;
};

} // namespace lectern::sync
