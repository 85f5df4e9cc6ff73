// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/courserepository.h"
#include "store/database.h"
#include "store/hostrepository.h"
#include "store/meetinglistrepository.h"
#include "store/meetingrepository.h"
#include "store/outboxrepository.h"
#include "store/personrepository.h"
#include "store/registrantrepository.h"

#include <QTemporaryDir>
#include <QTest>

namespace lectern::store::test {

class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
};

/// The value of a result that must have one; a failure fails the test and gives an empty value.
template <typename Value>
Value ok(const Result<Value> &result)
{
    if (!result)
        QTest::qFail(qPrintable(result.error().detail + result.error().message), __FILE__, __LINE__);
    if constexpr (!std::is_void_v<Value>)
        return result ? *result : Value{};
}

inline std::unique_ptr<Database> opened(const QString &path, Access access = Access::ReadWrite)
{
    auto database = Database::open(path, access);
    if (!database)
        qFatal("%s", qPrintable(database.error().detail + database.error().message));
    return std::move(*database);
}

inline RegistrantRow registrant(MeetingId meeting, const QString &key, const QString &email)
{
    RegistrantRow row;
    row.meeting = meeting;
    row.zoomRegistrantId = key;
    row.name = key;
    row.email = email;
    return row;
}

inline school::Host host(const QString &id, const QString &email, const QString &name)
{
    school::Host result;
    result.zoomUserId = id;
    result.email = email;
    result.name = name;
    return result;
}

/// A profile in a folder of its own, with the repositories over it.
struct School
{
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("school.sqlite")); }

    PersonId person(const QString &email, school::Role role = school::Role::Learner)
    {
        return ok(people.findOrAdd(email, role));
    }
    /// A meeting of an hour, `minutes` from now, as a pull finds it.
    MeetingId meeting(qint64 zoomId, const school::Owner &owner, int minutes, const QString &topic = {})
    {
        return ok(meetings.upsert(listRow(zoomId, owner, minutes, topic))).meeting;
    }
    [[nodiscard]] RemoteListRow listRow(
        qint64 zoomId, const school::Owner &owner, int minutes, const QString &topic = {}) const
    {
        RemoteListRow row;
        row.meeting.zoomId = zoomId;
        row.meeting.topic = topic.isEmpty() ? QString::number(zoomId) : topic;
        row.meeting.hostZoomUserId = QStringLiteral("host-1");
        row.meeting.start = clock.now().addSecs(qint64{minutes} * 60);
        row.meeting.timeZone = "Europe/Paris";
        row.meeting.createdAt = clock.now();
        row.owner = OwnerClaim{.owner = owner, .certainty = OwnerClaim::Certainty::Tag};
        row.fingerprint = row.meeting.topic.toUtf8() + QByteArray::number(minutes);
        row.remote = "{\"id\":1}";
        return row;
    }

    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Database> database = opened(path());
    PersonRepository people{*database};
    CourseRepository courses{*database, clock};
    HostRepository hosts{*database};
    MeetingRepository meetings{*database, clock};
    MeetingListRepository lists{*database, clock};
    RegistrantRepository registrants{*database};
    OutboxRepository outbox{*database};
};

} // namespace lectern::store::test
