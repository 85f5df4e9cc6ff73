// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rows.h"

#include <QVariantList>

namespace lectern::store {

/// SQL with the values of its placeholders, in order.
struct BoundSql
{
    QString sql;
    QVariantList values;

    /// The placeholder for a value; it may stand in the text any number of times.
    [[nodiscard]] QString add(const QVariant &value);
};

/// How the text of a query is looked up.
struct TextSearch
{
    enum class Way {
        Found, ///< the search index found the meetings; for words that few meetings have
        Walk, ///< each line in its order is looked at; for words that many have, when a page is soon full
    } way = Way::Walk;
    QString meetings = {}; ///< the ids that were found, as a JSON array
};

/// The page of lines that the query asks for, with every column of MeetingRow (see
/// meetinglistrepository.cpp).
[[nodiscard]] BoundSql listSql(const MeetingQuery &query, const TextSearch &search, const QDateTime &now);
[[nodiscard]] BoundSql countSql(const MeetingQuery &query, const TextSearch &search, const QDateTime &now);
/// All lines of one meeting.
[[nodiscard]] BoundSql rowsSql(MeetingId meeting, std::optional<PersonId> viewer, const QDateTime &now);

} // namespace lectern::store
