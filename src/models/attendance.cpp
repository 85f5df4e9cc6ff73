// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attendance.h"

#include <QHash>

#include <algorithm>

namespace lectern::models {

namespace {

using State = AttendanceRow::State;

QString key(const QString &text)
{
    return text.simplified().toCaseFolded();
}

/// The instance that somebody entered last.
QString latestInstance(const QList<store::ParticipantRow> &stays)
{
    const auto latest = std::ranges::max_element(stays, {}, &store::ParticipantRow::joinedAt);
    return latest == stays.end() ? QString() : latest->instanceUuid;
}

State stateOf(const store::ParticipantRow &stay)
{
    return stay.leftAt.isValid() ? State::Left : State::Here;
}

/// A person who is in with one device is here, whatever the others do.
void addStay(AttendanceRow &row, const store::ParticipantRow &stay)
{
    const bool isFirst = !row.joinedAt.isValid();
    const State state = stateOf(stay);
    row.state = isFirst || (row.state == State::Left && state != State::Left) ? state : row.state;
    if (isFirst || stay.joinedAt < row.joinedAt)
        row.joinedAt = stay.joinedAt;
    if (isFirst || stay.leftAt > row.leftAt)
        row.leftAt = stay.leftAt;
    if (row.state != State::Left)
        row.leftAt = {};
    if (row.name.isEmpty())
        row.name = stay.name;
    if (row.email.isEmpty())
        row.email = stay.email;
}

/// Who was in before and was put out, or came back, waits again.
void addWaiting(AttendanceRow &row, const store::WaitingRow &waiting)
{
    if (row.state == State::Here)
        return;
    row.state = State::InWaitingRoom;
    row.joinedAt = waiting.since;
    row.leftAt = {};
}

/// Everybody who may be there, found by e-mail or by name.
class People
{
public:
    explicit People(const QList<store::AudienceRow> &audience)
    {
        for (const store::AudienceRow &person : audience)
            add({.name = person.name, .email = person.email, .joinedAt = {}, .leftAt = {}});
    }

    AttendanceRow &named(const QString &name, const QString &email)
    {
        const auto byEmail = m_byEmail.constFind(key(email));
        if (!email.isEmpty() && byEmail != m_byEmail.cend())
            return m_rows[*byEmail];
        const auto byName = m_byName.constFind(key(name));
        if (byName != m_byName.cend() && (email.isEmpty() || m_rows.at(*byName).email.isEmpty()))
            return m_rows[*byName];
        return add({.name = name, .email = email, .joinedAt = {}, .leftAt = {}});
    }

    [[nodiscard]] const QList<AttendanceRow> &rows() const { return m_rows; }

private:
    AttendanceRow &add(const AttendanceRow &row)
    {
        if (!row.email.isEmpty())
            m_byEmail.insert(key(row.email), m_rows.size());
        m_byName.insert(key(row.name), m_rows.size());
        m_rows.append(row);
        return m_rows.last();
    }

    QList<AttendanceRow> m_rows;
    QHash<QString, qsizetype> m_byEmail, m_byName;
};

} // namespace

QList<AttendanceRow> attendance(const AttendanceFacts &facts)
{
    People people(facts.audience);
    const QString instance = latestInstance(facts.stays);
    for (const store::ParticipantRow &stay : facts.stays) {
        if (stay.instanceUuid == instance)
            addStay(people.named(stay.name, stay.email), stay);
    }
    for (const store::WaitingRow &waiting : facts.waiting)
        addWaiting(people.named(waiting.name, waiting.email), waiting);
    QList<AttendanceRow> rows = people.rows();
    std::ranges::stable_sort(rows, [](const AttendanceRow &one, const AttendanceRow &other) {
        return one.state == other.state ? one.name.localeAwareCompare(other.name) < 0
                                        : one.state < other.state;
    });
    return rows;
}

} // namespace lectern::models
