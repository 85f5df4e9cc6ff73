// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/schoolfixture.h"
#include "sync/eventapplier.h"
#include "sync/remoterows.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace lectern::test {

/// A store that events are applied to, at the morning of the samples in tests/data/events.
struct EventDay
{
    using Json = QJsonObject;

    EventDay()
    {
        store::test::ok(store.hosts.save(store::test::host(QStringLiteral("uLoRgfbbTayCX6r2Qabbbb"),
            QStringLiteral("tom@school.example"), QStringLiteral("Tom Berg"))));
    }

    /// An event like the sample of that name, `seconds` after the clock's now, with parts of its object
    /// replaced.
    [[nodiscard]] QByteArray event(const QString &name, int seconds = 0, const Json &object = {}) const
    {
        QFile file(QStringLiteral(LECTERN_TEST_DATA "/events/") + name + QStringLiteral(".json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        Json whole = QJsonDocument::fromJson(file.readAll()).object();
        whole[QStringLiteral("event_ts")] = at(seconds).toMSecsSinceEpoch();
        Json payload = whole[QStringLiteral("payload")].toObject();
        Json merged = payload[QStringLiteral("object")].toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            merged[it.key()] = it.value();
        payload[QStringLiteral("object")] = merged;
        whole[QStringLiteral("payload")] = payload;
        return QJsonDocument(whole).toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] QDateTime at(int seconds) const { return clock.now().addSecs(seconds); }

    [[nodiscard]] feed::Batch batch(const QList<QByteArray> &events)
    {
        feed::Batch result{QStringLiteral("relay"), {}, {}};
        for (const QByteArray &json : events) {
            const feed::Position position = QByteArray::number(++m_position);
            result.events.append({json, position, clock.now()});
            result.position = position;
        }
        return result;
    }
    sync::EventApplier::Outcome apply(const QList<QByteArray> &events)
    {
        return store::test::ok(applier.apply(batch(events)));
    }

    /// The sample's meeting as a pull had found it.
    MeetingId pulled()
    {
        store::RemoteListRow row;
        row.meeting.zoomId = 85746065432;
        row.meeting.topic = QStringLiteral("Biology: cells");
        row.meeting.hostZoomUserId = QStringLiteral("uLoRgfbbTayCX6r2Qabbbb");
        row.meeting.start = at(0);
        row.meeting.uuid = QStringLiteral("4444AAAiAAAAAiAiAiiAii==");
        row.meeting.timeZone = "Europe/Paris";
        row.owner = {school::Everyone{}, store::OwnerClaim::Certainty::Tag};
        row.remote = "{}";
        return store::test::ok(store.meetings.upsert(row)).meeting;
    }
    [[nodiscard]] std::optional<school::Meeting> meeting() const
    {
        return store::test::ok(store.meetings.findByZoomId(85746065432));
    }

    QTemporaryDir folder;
    store::test::ManualClock clock;
    std::unique_ptr<store::Database> database =
        store::test::opened(folder.filePath(QStringLiteral("school.sqlite")));
    sync::Repositories store{*database, clock};
    sync::EventApplier applier{store};

private:
    int m_position = 0;
};

} // namespace lectern::test
