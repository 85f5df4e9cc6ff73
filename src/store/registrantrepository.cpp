// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registrantrepository.h"

#include "store/database.h"
#include "store/mapped.h"
#include "store/meetinglines.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using Status = RegistrantRow::Status;

QString selectSql()
{
    return uR"(SELECT r.id, r.meeting_id, r.zoom_registrant_id, r.name, r.email, r.status, r.registered_ms,
        r.join_url, p.id,
        coalesce((SELECT g.code FROM enrolments e JOIN meetings m ON m.id = r.meeting_id
            JOIN course_groups g ON g.id = e.group_id
            WHERE e.person_id = p.id AND e.course_id = m.course_id ORDER BY g.code_key LIMIT 1), '')
        FROM registrants r LEFT JOIN people p ON p.email_key = r.email_key)"_s;
}

RegistrantRow readRegistrant(const Statement &row)
{
    return RegistrantRow{.id = row.id<RegistrantId>(0),
        .meeting = row.id<MeetingId>(1),
        .zoomRegistrantId = row.text(2),
        .name = row.text(3),
        .email = row.text(4),
        .status = row.enumeration<Status>(5),
        .registeredAt = row.moment(6),
        .joinUrl = row.text(7),
        .person = row.optionalId<PersonId>(8),
        .knownAs = row.text(9)};
}

Result<RegistrantId> write(Database &database, const RegistrantRow &registrant)
{
    auto save = database.statement("save registrant"_L1, uR"(
        INSERT INTO registrants (meeting_id, zoom_registrant_id, name, email, email_key, sort_key, words,
            status, registered_ms, join_url)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (meeting_id, zoom_registrant_id) DO UPDATE SET name = ?3, email = ?4, email_key = ?5,
            sort_key = ?6, words = ?7, status = ?8, registered_ms = coalesce(?9, registered_ms),
            join_url = CASE WHEN ?10 = '' AND ?8 = 0 THEN join_url ELSE ?10 END
        RETURNING id)"_s);
    save.bind(registrant.meeting).bind(registrant.zoomRegistrantId).bind(registrant.name);
    save.bind(registrant.email).bind(folded(registrant.email)).bind(sortKey(registrant.name));
    save.bind(wordColumn(searchWords(registrant.name % u' ' % registrant.email))).bind(registrant.status);
    return save.bind(registrant.registeredAt).bind(registrant.joinUrl).returnedId<RegistrantId>();
}

Result<QStringList> idsWithStatus(Database &database, MeetingId meeting, Status status)
{
    auto select = database.statement("registrants with status"_L1,
        u"SELECT zoom_registrant_id FROM registrants WHERE meeting_id = ?1 AND status = ?2"_s);
    return select.bind(meeting).bind(status).all([](const Statement &row) { return row.text(0); });
}

Result<void> remove(Database &database, MeetingId meeting, const QString &zoomRegistrantId)
{
    auto statement = database.statement("remove registrant"_L1,
        u"DELETE FROM registrants WHERE meeting_id = ?1 AND zoom_registrant_id = ?2"_s);
    return statement.bind(meeting).bind(zoomRegistrantId).run();
}

/// What changed is told, and the lines' counts follow.
Result<void> changed(Database &database, MeetingId meeting)
{
    database.touch(ChangeNotice::Registrants, meeting);
    return refreshRegistrantCount(database, meeting);
}

struct Filter
{
    QString where;
    QVariantList values;
};

Filter filterFor(const RegistrantQuery &query)
{
    const QStringList words = searchWords(query.text);
    Filter filter{.where = u" WHERE r.meeting_id = ? AND "_s % wordsCondition(u"r.words"_s, words.size()),
        .values = {query.meeting.value}};
    filter.values.append(QVariantList(words.begin(), words.end()));
    if (query.status) {
        filter.where += u" AND r.status = ?"_s;
        filter.values << static_cast<int>(*query.status);
    }
    return filter;
}

} // namespace

QString registrantWithoutId(const QString &email)
{
    return u"email:"_s % folded(email);
}

RegistrantRepository::RegistrantRepository(Database &database)
    : m_database(database)
{ }

Result<RegistrantId> RegistrantRepository::save(const RegistrantRow &registrant)
{
    return m_database.transaction([&]() -> Result<RegistrantId> {
        const auto id = write(m_database, registrant);
        if (!id)
            return id;
        return mapped(changed(m_database, registrant.meeting), [&id] { return *id; });
    });
}

Result<void> RegistrantRepository::identify(
    MeetingId meeting, const QString &email, const QString &zoomRegistrantId)
{
    return m_database.transaction([&] {
        auto update = m_database.statement("identify registrant"_L1, uR"(
            UPDATE OR REPLACE registrants SET zoom_registrant_id = ?3
            WHERE meeting_id = ?1 AND zoom_registrant_id = ?2)"_s);
        return update.bind(meeting).bind(registrantWithoutId(email)).bind(zoomRegistrantId).run();
    });
}

Result<void> RegistrantRepository::replace(
    MeetingId meeting, Status status, const QList<RegistrantRow> &registrants)
{
    return m_database.transaction([&]() -> Result<void> {
        auto gone = idsWithStatus(m_database, meeting, status);
        if (!gone)
            return std::unexpected(gone.error());
        for (RegistrantRow registrant : registrants) {
            registrant.meeting = meeting;
            registrant.status = status;
            gone->removeAll(registrant.zoomRegistrantId);
            if (auto done = write(m_database, registrant); !done)
                return std::unexpected(done.error());
        }
        for (const QString &id : std::as_const(*gone)) {
            if (auto done = remove(m_database, meeting, id); !done)
                return done;
        }
        return changed(m_database, meeting);
    });
}

Result<void> RegistrantRepository::setStatus(
    MeetingId meeting, const QString &zoomRegistrantId, Status status)
{
    return m_database.transaction([&]() -> Result<void> {
        auto update = m_database.statement("set registrant status"_L1,
            u"UPDATE registrants SET status = ?3 WHERE meeting_id = ?1 AND zoom_registrant_id = ?2"_s);
        if (auto done = update.bind(meeting).bind(zoomRegistrantId).bind(status).run(); !done)
            return done;
        return changed(m_database, meeting);
    });
}

Result<std::optional<RegistrantRow>> RegistrantRepository::findByEmail(
    MeetingId meeting, const QString &email) const
{
    auto select = m_database.statement("registrant by email"_L1,
        selectSql() % u" WHERE r.meeting_id = ?1 AND r.email_key = ?2 ORDER BY r.status, r.id DESC LIMIT 1");
    return select.bind(meeting).bind(folded(email)).first(readRegistrant);
}

Result<std::optional<RegistrantRow>> RegistrantRepository::findByZoomId(
    MeetingId meeting, const QString &zoomRegistrantId) const
{
    auto select = m_database.statement("registrant by Zoom's id"_L1,
        selectSql() % u" WHERE r.meeting_id = ?1 AND r.zoom_registrant_id = ?2");
    return select.bind(meeting).bind(zoomRegistrantId).first(readRegistrant);
}

Result<QList<RegistrantRow>> RegistrantRepository::list(const RegistrantQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement(
        "list registrants"_L1, selectSql() % filter.where % u" ORDER BY r.sort_key, r.id LIMIT ? OFFSET ?");
    return select.bindAll(filter.values).bind(query.limit).bind(query.offset).all(readRegistrant);
}

Result<int> RegistrantRepository::count(const RegistrantQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select =
        m_database.statement("count registrants"_L1, u"SELECT count(*) FROM registrants r"_s % filter.where);
    return select.bindAll(filter.values).count();
}

} // namespace lectern::store
