// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/participantrepository.h"

#include "store/database.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

ParticipantRow readParticipant(const Statement &row)
{
    return ParticipantRow{.instanceUuid = row.text(0),
        .key = row.text(1),
        .name = row.text(2),
        .email = row.text(3),
        .joinedAt = row.moment(4),
        .leftAt = row.moment(5),
        .role = row.enumeration<ParticipantRow::Role>(6),
        .roleSince = row.moment(7)};
}

Result<void> write(Database &database, MeetingId meeting, const ParticipantRow &participant)
{
    auto save = database.statement("save participant"_L1, uR"(
        INSERT INTO participants (meeting_id, instance_uuid, stay_key, name, email, email_key, joined_ms,
            left_ms, role, role_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT DO UPDATE SET name = coalesce(nullif(?4, ''), name),
            email = coalesce(nullif(?5, ''), email), email_key = coalesce(nullif(?6, ''), email_key),
            joined_ms = max(coalesce(joined_ms, ?7), coalesce(?7, joined_ms)),
            left_ms = CASE WHEN max(coalesce(left_ms, ?8), coalesce(?8, left_ms))
                    >= coalesce(max(coalesce(joined_ms, ?7), coalesce(?7, joined_ms)), 0)
                THEN max(coalesce(left_ms, ?8), coalesce(?8, left_ms)) END,
            role = CASE WHEN ?10 >= coalesce(role_ms, 0) THEN ?9 ELSE role END,
            role_ms = max(coalesce(role_ms, ?10), coalesce(?10, role_ms)))"_s);
    save.bind(meeting).bind(participant.instanceUuid).bind(participant.key).bind(participant.name);
    save.bind(participant.email).bind(folded(participant.email));
    save.bind(participant.joinedAt).bind(participant.leftAt);
    return save.bind(participant.role).bind(participant.roleSince).run();
}

} // namespace

ParticipantRepository::ParticipantRepository(Database &database)
    : m_database(database)
{ }

Result<void> ParticipantRepository::save(MeetingId meeting, const ParticipantRow &participant)
{
    return m_database.transaction([&] {
        m_database.touch(ChangeNotice::Meetings, meeting);
        return write(m_database, meeting, participant);
    });
}

Result<void> ParticipantRepository::closeInstance(
    MeetingId meeting, const QString &instanceUuid, const QDateTime &moment)
{
    return m_database.transaction([&] {
        auto update = m_database.statement("close instance"_L1, uR"(
            UPDATE participants SET left_ms = ?3
            WHERE meeting_id = ?1 AND instance_uuid = ?2 AND left_ms IS NULL
                AND coalesce(joined_ms, 0) <= ?3)"_s);
        m_database.touch(ChangeNotice::Meetings, meeting);
        return update.bind(meeting).bind(instanceUuid).bind(moment).run();
    });
}

Result<void> ParticipantRepository::closeOthers(
    MeetingId meeting, const QString &instanceUuid, const QDateTime &moment)
{
    return m_database.transaction([&] {
        auto update = m_database.statement("close other instances"_L1, uR"(
            UPDATE participants SET left_ms = ?3
            WHERE meeting_id = ?1 AND instance_uuid <> ?2 AND left_ms IS NULL
                AND coalesce(joined_ms, 0) <= ?3)"_s);
        m_database.touch(ChangeNotice::Meetings, meeting);
        return update.bind(meeting).bind(instanceUuid).bind(moment).run();
    });
}

Result<void> ParticipantRepository::replace(
    MeetingId meeting, const QString &instanceUuid, const QList<ParticipantRow> &participants)
{
    return m_database.transaction([&]() -> Result<void> {
        auto remove = m_database.statement("remove participants"_L1,
            u"DELETE FROM participants WHERE meeting_id = ?1 AND instance_uuid = ?2"_s);
        if (auto done = remove.bind(meeting).bind(instanceUuid).run(); !done)
            return done;
        for (ParticipantRow participant : participants) {
            participant.instanceUuid = instanceUuid;
            if (auto done = write(m_database, meeting, participant); !done)
                return done;
        }
        m_database.touch(ChangeNotice::Meetings, meeting);
        return {};
    });
}

Result<QList<ParticipantRow>> ParticipantRepository::list(
    MeetingId meeting, const QString &instanceUuid, int limit, int offset) const
{
    auto select = m_database.statement("list participants"_L1, uR"(
        SELECT instance_uuid, stay_key, name, email, joined_ms, left_ms, role, role_ms
        FROM participants
        WHERE meeting_id = ?1 AND (?2 = '' OR instance_uuid = ?2)
        ORDER BY joined_ms, stay_key LIMIT ?3 OFFSET ?4)"_s);
    return select.bind(meeting).bind(instanceUuid).bind(limit).bind(offset).all(readParticipant);
}

Result<int> ParticipantRepository::countHere(MeetingId meeting) const
{
    auto select = m_database.statement("count participants here"_L1, uR"(
        SELECT count(DISTINCT coalesce(nullif(email_key, ''), name)) FROM participants
        WHERE meeting_id = ?1 AND left_ms IS NULL)"_s);
    return select.bind(meeting).count();
}

} // namespace lectern::store
