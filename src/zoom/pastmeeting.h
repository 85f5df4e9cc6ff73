// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/meeting.h"
#include "zoom/openenum.h"
#include "zoom/page.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace lectern::zoom {

class JsonObject;

/// One instance of a meeting that has ended.
struct PastMeeting
{
    qint64 id = 0;
    QString uuid;
    QString hostId;
    QString topic;
    QDateTime start; ///< UTC
    QDateTime end; ///< UTC
    std::chrono::minutes duration{0};
    int participants = 0;
    QByteArray raw;
};

/// That an instance took place.
struct PastInstance
{
    QString uuid;
    QDateTime start; ///< UTC
};

/// One stay of a person in an instance: whoever leaves and comes back has two.
struct Participant
{
    QString userId; ///< of Zoom; empty for who was not signed in
    QString name;
    QString email; ///< empty for who is not of the account
    QString registrantId;
    QDateTime joinedAt; ///< UTC
    QDateTime leftAt; ///< UTC
    std::chrono::seconds duration{0};
    enum class Place { Unknown, Meeting, WaitingRoom };
    OpenEnum<Place> place;
};

void read(const JsonObject &in, PastMeeting &out);
void read(const JsonObject &in, PastInstance &out);
void read(const JsonObject &in, Participant &out);
[[nodiscard]] Result<PastMeeting> decodePastMeeting(const QByteArray &json);
[[nodiscard]] Result<QList<PastInstance>> decodePastInstances(const QByteArray &json);
[[nodiscard]] Result<Page<Participant>> decodeParticipantPage(const QByteArray &json);

} // namespace lectern::zoom
