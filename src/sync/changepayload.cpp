// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/changepayload.h"

#include "sync/editmerge.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace lectern::sync {

namespace {

using namespace school;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::ChangePayload)
};

constexpr quint16 payloadVersion = 1;

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
}

template <typename Enum>
    requires std::is_enum_v<Enum>
void put(QDataStream &out, Enum value)
{
    out << static_cast<qint32>(value);
}

template <typename Enum>
    requires std::is_enum_v<Enum>
void get(QDataStream &in, Enum &value)
{
    qint32 number = 0;
    in >> number;
    value = static_cast<Enum>(number);
}

void put(QDataStream &out, std::chrono::minutes value)
{
    out << qint64{value.count()};
}

void get(QDataStream &in, std::chrono::minutes &value)
{
    qint64 count = 0;
    in >> count;
    value = std::chrono::minutes(count);
}

template <typename T>
    requires(!std::is_enum_v<T>)
void put(QDataStream &out, const T &value)
{
    out << value;
}

template <typename T>
    requires(!std::is_enum_v<T>)
void get(QDataStream &in, T &value)
{
    in >> value;
}

template <typename Tag>
void put(QDataStream &out, const std::optional<Id<Tag>> &id)
{
    out << (id ? id->value : qint64{0});
}

template <typename Tag>
void get(QDataStream &in, std::optional<Id<Tag>> &id)
{
    qint64 value = 0;
    in >> value;
    id = value != 0 ? std::optional(Id<Tag>{value}) : std::nullopt;
}

void put(QDataStream &out, const Owner &owner)
{
    out << static_cast<qint32>(owner.index());
    if (const auto *person = std::get_if<PersonOwner>(&owner))
        out << person->person.value;
    if (const auto *course = std::get_if<CourseOwner>(&owner)) {
        out << course->course.value;
        put(out, course->session);
        put(out, course->group);
    }
}

void get(QDataStream &in, Owner &owner)
{
    qint32 index = 0;
    in >> index;
    owner = Everyone{};
    if (index == 1) {
        PersonOwner person;
        in >> person.person.value;
        owner = person;
    } else if (index == 2) {
        CourseOwner course;
        in >> course.course.value;
        get(in, course.session);
        get(in, course.group);
        owner = course;
    }
}

void put(QDataStream &out, const MeetingSettings &settings)
{
    put(out, settings.approval);
    put(out, settings.registrationScope);
    put(out, settings.autoRecording);
    out << settings.waitingRoom << settings.joinBeforeHost;
    put(out, settings.joinBeforeHostTime);
    out << settings.hostVideo << settings.participantVideo << settings.muteUponEntry
        << settings.alternativeHosts;
}

void get(QDataStream &in, MeetingSettings &settings)
{
    get(in, settings.approval);
    get(in, settings.registrationScope);
    get(in, settings.autoRecording);
    in >> settings.waitingRoom >> settings.joinBeforeHost;
    get(in, settings.joinBeforeHostTime);
    in >> settings.hostVideo >> settings.participantVideo >> settings.muteUponEntry
        >> settings.alternativeHosts;
}

void put(QDataStream &out, const Recurrence &recurrence)
{
    put(out, recurrence.unit);
    out << recurrence.interval << static_cast<qint32>(recurrence.weekDays.size());
    for (const Qt::DayOfWeek day : recurrence.weekDays)
        put(out, day);
    out << recurrence.monthDay << recurrence.monthWeek;
    put(out, recurrence.monthWeekDay);
    const int *times = std::get_if<int>(&recurrence.end);
    out << (times ? *times : 0) << (times ? QDateTime() : std::get<QDateTime>(recurrence.end));
}

void get(QDataStream &in, Recurrence &recurrence)
{
    get(in, recurrence.unit);
    qint32 days = 0;
    in >> recurrence.interval >> days;
    for (qint32 i = 0; i < std::min(days, 7); ++i)
        get(in, recurrence.weekDays.emplaceBack(Qt::Monday));
    in >> recurrence.monthDay >> recurrence.monthWeek;
    get(in, recurrence.monthWeekDay);
    int times = 0;
    QDateTime until;
    in >> times >> until;
    if (until.isValid())
        recurrence.end = until.toUTC();
    else
        recurrence.end = times;
}

template <typename T>
void putField(QDataStream &out, const std::optional<T> &field)
{
    out << field.has_value();
    if (field)
        put(out, *field);
}

template <typename T>
void getField(QDataStream &in, std::optional<T> &field)
{
    bool set = false;
    in >> set;
    if (set)
        get(in, field.emplace());
}

/// One field after the other, in the same order for writing and reading.
template <typename Visitor>
void eachField(auto &edit, Visitor visit)
{
    visit(edit.topic);
    visit(edit.owner);
    visit(edit.agenda);
    visit(edit.start);
    visit(edit.duration);
    visit(edit.timeZone);
    visit(edit.passcode);
    visit(edit.settings);
    visit(edit.recurrence);
}

} // namespace

QByteArray encodeEdit(const MeetingEdit &edit)
{
    QByteArray payload;
    QDataStream out(&payload, QIODevice::WriteOnly);
    prepare(out);
    out << payloadVersion;
    eachField(edit, [&out](const auto &field) { putField(out, field); });
    return payload;
}

Result<MeetingEdit> decodeEdit(const QByteArray &payload)
{
    QDataStream in(payload);
    prepare(in);
    quint16 version = 0;
    in >> version;
    MeetingEdit edit;
    if (version == payloadVersion)
        eachField(edit, [&in](auto &field) { getField(in, field); });
    if (version != payloadVersion || in.status() != QDataStream::Ok)
        return failure(ErrorCode::Storage,
            Words::tr("A change that waits to be sent cannot be read. Discard it and make it again."));
    return edit;
}

QByteArray encodeMailing(Mailing mailing)
{
    return mailing == Mailing::TellPeople ? QByteArrayLiteral("tell") : QByteArrayLiteral("silent");
}

Mailing decodeMailing(const QByteArray &payload)
{
    return payload == "tell" ? Mailing::TellPeople : Mailing::Silent;
}

store::MeetingFields fieldsOf(const MeetingEdit &edit, const Meeting &before)
{
    Meeting after = before;
    applyEdit(after, edit);
    return store::differences(before, after);
}

} // namespace lectern::sync
