// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace lectern {

/// The row id of one kind of local entity. Ids of different kinds do not mix; 0 means "none".
template <typename Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value != 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using PersonId = Id<struct PersonTag>;
using CourseId = Id<struct CourseTag>;
using SessionId = Id<struct SessionTag>;
using GroupId = Id<struct GroupTag>;
/// A local meeting; Zoom's own number is a plain qint64 called `zoomId`, 0 until Zoom gave one.
using MeetingId = Id<struct MeetingTag>;
using RegistrantId = Id<struct RegistrantTag>;
using RecordingId = Id<struct RecordingTag>;
/// A row of the outbox.
using ChangeId = Id<struct ChangeTag>;

} // namespace lectern
