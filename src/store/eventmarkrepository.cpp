// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventmarkrepository.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

QString subjectOf(qint64 zoomId)
{
    return u"meeting:"_s % QString::number(zoomId);
}

constexpr unsigned lastField = static_cast<unsigned>(MeetingField::Links);

} // namespace

EventMarkRepository::EventMarkRepository(Database &database)
    : m_database(database)
{ }

Result<bool> EventMarkRepository::advance(const QString &subject, int part, const QDateTime &at)
{
    return m_database.transaction([&]() -> Result<bool> {
        auto save = m_database.statement("advance event mark"_L1, uR"(
            INSERT INTO event_marks (subject, part, at_ms) VALUES (?1, ?2, ?3)
            ON CONFLICT (subject, part) DO UPDATE SET at_ms = ?3 WHERE at_ms <= ?3)"_s);
        const auto moved = save.bind(subject).bind(part).bind(at).runCounting();
        return moved ? Result<bool>(*moved > 0) : std::unexpected(moved.error());
    });
}

Result<MeetingFields> EventMarkRepository::advance(qint64 zoomId, MeetingFields fields, const QDateTime &at)
{
    MeetingFields moved;
    for (unsigned bit = 1; bit <= lastField; bit <<= 1) {
        const auto field = static_cast<MeetingField>(bit);
        if (!fields.testFlag(field))
            continue;
        const Result<bool> isNew = advance(subjectOf(zoomId), static_cast<int>(bit), at);
        if (!isNew)
            return std::unexpected(isNew.error());
        moved.setFlag(field, *isNew);
    }
    return moved;
}

Result<QDateTime> EventMarkRepository::mark(const QString &subject, int part) const
{
    auto select = m_database.statement(
        "read event mark"_L1, u"SELECT at_ms FROM event_marks WHERE subject = ?1 AND part = ?2"_s);
    return select.bind(subject).bind(part).firstOr(
        [](const Statement &row) { return row.moment(0); }, QDateTime());
}

Result<QDateTime> EventMarkRepository::mark(qint64 zoomId, MeetingField field) const
{
    return mark(subjectOf(zoomId), static_cast<int>(field));
}

Result<int> EventMarkRepository::forgetBefore(const QDateTime &moment)
{
    return m_database.transaction([&] {
        auto remove =
            m_database.statement("forget event marks"_L1, u"DELETE FROM event_marks WHERE at_ms < ?1"_s);
        return remove.bind(moment).runCounting();
    });
}

} // namespace lectern::store
