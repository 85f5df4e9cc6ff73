// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingqueries.h"

#include "store/meetinglines.h"
#include "store/meetingrowsql.h"
#include "store/viewerscope.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::MeetingStatus;

/// Which lines, as the parts of one SELECT over lines l and, where needed, meetings m.
class LineFilter
{
public:
    LineFilter(BoundSql &sql, const MeetingQuery &query, const TextSearch &search, const QDateTime &now)
        : m_sql(sql)
        , m_query(query)
        , m_moment(now)
    {
        addStatuses();
        addOwners();
        addHost();
        addScope();
        addText(search);
        if (query.series == MeetingQuery::Series::OneLine)
            m_conditions.append(oneLine());
    }

    enum class Part { Everything, Scheduled, Unscheduled };

    [[nodiscard]] QString from(Part part) const
    {
        const QString join = m_needsMeeting ? u" JOIN meetings m ON m.id = l.meeting_id"_s : QString();
        const QStringList conditions = m_conditions + periodConditions(part);
        return u" FROM lines l"_s % join % u" WHERE " % conditions.join(u" AND ");
    }

    /// A period with an end cuts off the lines without a time, which lie after all others.
    [[nodiscard]] bool needsTwoParts() const
    {
        return m_query.to.isValid() && m_query.unscheduled == MeetingQuery::Unscheduled::Include;
    }

    /// Added at its first use: SQLite must not be given a value that no placeholder asks for.
    [[nodiscard]] QString now()
    {
        if (m_now.isEmpty())
            m_now = m_sql.add(m_moment.toMSecsSinceEpoch());
        return m_now;
    }

private:
    QString number(qint64 value) { return m_sql.add(value); }

    QString statusCondition(MeetingStatus status)
    {
        switch (status) {
        case MeetingStatus::Waiting:
            return u"(l.status = 0 AND l.end_ms > "_s % now() % u')';
        case MeetingStatus::Started:
            return u"l.status = 1"_s;
        case MeetingStatus::Ended:
            return u"(l.status = 2 OR (l.status = 0 AND l.end_ms <= "_s % now() % u"))";
        case MeetingStatus::Deleted:
            return u"l.status = 3"_s;
        }
        Q_UNREACHABLE();
    }

    void addStatuses()
    {
        if (m_query.statuses.isEmpty()) {
            m_conditions.append(u"+l.status <> 3"_s);
            return;
        }
        QStringList wanted;
        for (const MeetingStatus status : m_query.statuses)
            wanted.append(statusCondition(status));
        m_conditions.append(u'(' % wanted.join(u" OR ") % u')');
    }

    void addOwners()
    {
        if (m_query.kind)
            m_conditions.append(u"l.kind = "_s % number(static_cast<qint64>(*m_query.kind)));
        if (m_query.course)
            m_conditions.append(u"l.course_key = (SELECT code_key FROM courses WHERE id = "_s
                % number(m_query.course->value) % u')');
        if (m_query.session)
            addMeetingCondition(u"m.session_id = "_s % number(m_query.session->value));
        if (m_query.owner)
            addMeetingCondition(u"m.owner_person_id = "_s % number(m_query.owner->value));
    }

    void addMeetingCondition(const QString &condition)
    {
        m_needsMeeting = true;
        m_conditions.append(condition);
    }

    void addHost()
    {
        if (m_query.hostZoomUserId.isEmpty())
            return;
        const QString host = m_sql.add(m_query.hostZoomUserId);
        m_conditions.append(u"l.host_key = coalesce((SELECT sort_key FROM hosts WHERE zoom_user_id = "_s
            % host % u"), " % host % u')');
    }

    /// A short period is walked and each line looked up in the scope; without one, the scope is walked.
    void addScope()
    {
        if (m_query.scope != MeetingQuery::Scope::ViewersOwn)
            return;
        constexpr int shortPeriodDays = 62;
        const bool walkPeriod = m_query.from.isValid() && m_query.to.isValid()
            && m_query.from.daysTo(m_query.to) <= shortPeriodDays;
        const QString viewer = number(m_query.viewer.value_or(PersonId{}).value);
        m_conditions.append(
            (walkPeriod ? u"+l.meeting_id IN ("_s : u"l.meeting_id IN ("_s) % ownMeetings(viewer) % u')');
    }

    void addText(const TextSearch &search)
    {
        const QStringList words = searchWords(m_query.text);
        if (words.isEmpty())
            return;
        if (search.way == TextSearch::Way::Found) {
            m_conditions.append(
                u"l.meeting_id IN (SELECT value FROM json_each("_s % m_sql.add(search.meetings) % u"))");
            return;
        }
        for (const QString &word : words)
            addMeetingCondition(u"instr(m.words, "_s % m_sql.add(QString(u' ' + word)) % u") > 0");
    }

    /// A series is told by its running date, else its next, else its last.
    [[nodiscard]] QString oneLine()
    {
        return u"(l.dates = 1 OR l.id = coalesce("
               u"(SELECT n.id FROM lines n WHERE n.meeting_id = l.meeting_id AND (n.end_ms > "_s
            % now()
            % u" OR n.status = 1) ORDER BY n.start_ms, n.id LIMIT 1), "
              u"(SELECT n.id FROM lines n WHERE n.meeting_id = l.meeting_id"
              u" ORDER BY n.start_ms DESC, n.id DESC LIMIT 1)))";
    }

    [[nodiscard]] QStringList periodConditions(Part part) const
    {
        const QString unscheduled = u"l.start_ms = "_s % QString::number(noTime);
        if (part == Part::Unscheduled)
            return {unscheduled};
        QStringList conditions;
        if (m_query.from.isValid()) {
            const qint64 from = m_query.from.toMSecsSinceEpoch();
            conditions << u"l.start_ms > "_s % m_sql.add(from - longestLine.count())
                       << u"(l.end_ms > "_s % m_sql.add(from) % u" OR l.status = 1)";
        }
        if (m_query.to.isValid())
            conditions << u"l.start_ms < "_s % m_sql.add(m_query.to.toMSecsSinceEpoch());
        else if (m_query.unscheduled == MeetingQuery::Unscheduled::Exclude)
            conditions << u"l.start_ms < "_s % QString::number(noTime);
        return conditions;
    }

    BoundSql &m_sql;
    const MeetingQuery &m_query;
    QDateTime m_moment;
    QString m_now;
    QStringList m_conditions;
    bool m_needsMeeting = false;
};

QString sortColumn(MeetingColumn column)
{
    switch (column) {
    case MeetingColumn::Start:
        return {};
    case MeetingColumn::Topic:
        return u"l.topic_key"_s;
    case MeetingColumn::Course:
        return u"l.course_key"_s;
    case MeetingColumn::Host:
        return u"l.host_key"_s;
    case MeetingColumn::Kind:
        return u"l.kind"_s;
    case MeetingColumn::Status:
        return u"CASE l.status WHEN 1 THEN -1 ELSE l.status END"_s; // what is live comes first
    case MeetingColumn::Duration:
        return u"l.duration_min"_s;
    case MeetingColumn::Registrants:
        return u"l.registrants"_s;
    }
    Q_UNREACHABLE();
}

/// All terms run the same way, so that one index serves both orders; ids make the pages' borders firm.
QString orderBy(const MeetingQuery &query)
{
    const QString direction = query.order == Qt::AscendingOrder ? QString() : u" DESC"_s;
    const QString column = sortColumn(query.sortBy);
    const QString first = column.isEmpty() ? QString() : QString(column % direction % u", ");
    return u" ORDER BY "_s % first % u"l.start_ms" % direction % u", l.id" % direction;
}

/// The ids of the page's lines; a part of its own finds the lines without a time where they lie apart.
QString pageOfLines(const LineFilter &filter, const MeetingQuery &query, BoundSql &sql)
{
    const QString order = orderBy(query);
    const QString limit = u" LIMIT "_s % sql.add(query.limit) % u" OFFSET " % sql.add(query.offset);
    if (!filter.needsTwoParts())
        return u"SELECT l.id AS line"_s % filter.from(LineFilter::Part::Everything) % order % limit;
    const QString most = u" LIMIT "_s % sql.add(query.limit + query.offset);
    const auto part = [&](LineFilter::Part which) {
        return QString(u"SELECT line FROM (SELECT l.id AS line"_s % filter.from(which) % order % most % u')');
    };
    return u"SELECT l.id AS line FROM ("_s % part(LineFilter::Part::Scheduled) % u" UNION ALL "
        % part(LineFilter::Part::Unscheduled) % u") parts CROSS JOIN lines l ON l.id = parts.line" % order
        % limit;
}

} // namespace

QString BoundSql::add(const QVariant &value)
{
    values.append(value);
    return u'?' % QString::number(values.size());
}

BoundSql listSql(const MeetingQuery &query, const TextSearch &search, const QDateTime &now)
{
    BoundSql result;
    LineFilter filter(result, query, search, now);
    const QString viewer = result.add(query.viewer.value_or(PersonId{}).value);
    const QString page = pageOfLines(filter, query, result);
    result.sql = selectRows(filter.now(), viewer) % u" FROM (" % page % u") page"
        % joinRows(u"page.line"_s, viewer) % orderBy(query);
    return result;
}

BoundSql countSql(const MeetingQuery &query, const TextSearch &search, const QDateTime &now)
{
    BoundSql result;
    LineFilter filter(result, query, search, now);
    if (!filter.needsTwoParts()) {
        result.sql = u"SELECT count(*)"_s % filter.from(LineFilter::Part::Everything);
        return result;
    }
    result.sql = u"SELECT (SELECT count(*)"_s % filter.from(LineFilter::Part::Scheduled)
        % u") + (SELECT count(*)" % filter.from(LineFilter::Part::Unscheduled) % u')';
    return result;
}

BoundSql rowsSql(MeetingId meeting, std::optional<PersonId> viewer, const QDateTime &now)
{
    BoundSql result;
    const QString moment = result.add(now.toMSecsSinceEpoch());
    const QString person = result.add(viewer.value_or(PersonId{}).value);
    const QString id = result.add(meeting.value);
    result.sql = selectRows(moment, person) % u" FROM (SELECT id AS line FROM lines WHERE meeting_id = " % id
        % u") page" % joinRows(u"page.line"_s, person) % u" ORDER BY l.start_ms, l.id";
    return result;
}

} // namespace lectern::store
