// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/registration.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace lectern::sync {

namespace {

using Status = store::RegistrantRow::Status;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::ChangePayload)
};

constexpr quint16 payloadVersion = 1;
constexpr qsizetype longestName = 64; // each of the two, at Zoom

QDataStream &operator<<(QDataStream &out, const Registree &who)
{
    return out << who.name << who.email << who.triedOn << who.triesThatDay;
}

QDataStream &operator>>(QDataStream &in, Registree &who)
{
    return in >> who.name >> who.email >> who.triedOn >> who.triesThatDay;
}

} // namespace

bool mayTry(const Registree &who, const QDate &today)
{
    return who.triedOn != today || who.triesThatDay < registrationsADay;
}

void countTry(Registree &who, const QDate &today)
{
    who.triesThatDay = who.triedOn == today ? who.triesThatDay + 1 : 1;
    who.triedOn = today;
}

QByteArray encodeRegistrees(const QList<Registree> &people)
{
    QByteArray payload;
    QDataStream out(&payload, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << payloadVersion << qint32(people.size());
    for (const Registree &who : people)
        out << who;
    return payload;
}

Result<QList<Registree>> decodeRegistrees(const QByteArray &payload)
{
    QDataStream in(payload);
    in.setVersion(QDataStream::Qt_6_4);
    quint16 version = 0;
    qint32 count = 0;
    in >> version >> count;
    QList<Registree> people;
    for (qint32 i = 0; version == payloadVersion && i < count && in.status() == QDataStream::Ok; ++i)
        in >> people.emplaceBack();
    if (version != payloadVersion || in.status() != QDataStream::Ok)
        return failure(ErrorCode::Storage,
            Words::tr("A change that waits to be sent cannot be read. Discard it and make it again."));
    return people;
}

zoom::RegistrantDraft registrantDraft(const QString &name, const QString &email)
{
    const QString whole = name.simplified();
    const qsizetype split = whole.lastIndexOf(u' ');
    const QString first = split < 0 ? whole : whole.left(split);
    const QString last = split < 0 ? QString() : whole.mid(split + 1);
    return {.email = email, .firstName = first.left(longestName), .lastName = last.left(longestName)};
}

store::RegistrantRow registeredRow(
    const zoom::Registration &registration, MeetingId meeting, const QString &name, const QString &email)
{
    store::RegistrantRow row;
    row.meeting = meeting;
    row.zoomRegistrantId = registration.registrantId;
    row.name = name;
    row.email = email;
    row.status = registration.joinUrl.isEmpty() ? Status::Pending : Status::Approved;
    row.joinUrl = registration.joinUrl;
    return row;
}

} // namespace lectern::sync
