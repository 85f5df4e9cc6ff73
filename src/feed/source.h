// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace lectern::feed {

/// Where events come from, the best first.
enum class SourceKind {
    Relay, ///< the school's relay: within a second, nothing missed, goes on where it stopped
    ZoomSocket, ///< Zoom's own WebSocket: within a second, what is missed is not repeated
    Polling, ///< asking Zoom now and then
};

/// The untranslated name of a kind, for logs and JSON ("zoom-socket").
[[nodiscard]] QString sourceKindName(SourceKind kind);

/// A place in one source's stream, opaque to everybody else: kept and given back as it is. Empty: none.
using Position = QByteArray;

/// One event as it came.
struct Event
{
    /// Zoom's webhook document, whole and unverified; at most maxEventSize.
    QByteArray json;
    /// The place right after this event.
    Position position;
    QDateTime receivedAt; ///< UTC

    friend bool operator==(const Event &, const Event &) = default;
};

inline constexpr qsizetype maxEventSize = qsizetype{1024} * 1024;

/// Events in the order of their arrival, which need not be the order in which things happened; the same event
/// may come again.
struct Batch
{
    /// Source::name() of where it comes from.
    QString source = {};
    /// May be empty: then only the position has moved.
    QList<Event> events = {};
    /// To be kept, in the same transaction as what the events changed.
    Position position = {};

    friend bool operator==(const Batch &, const Batch &) = default;
};

enum class Connection {
    Down, ///< not started, or given up until a person acts: SourceState::why says what
    Connecting, ///< trying, or waiting to try again
    Connected,
};

struct SourceState
{
    SourceKind kind = SourceKind::Polling;
    Connection connection = Connection::Down;
    QDateTime since = {}; ///< UTC: when `connection` became what it is
    QDateTime heardAt = {}; ///< UTC: the last sign of life of the far side; invalid: none yet
    QDateTime nextAttemptAt = {}; ///< UTC; invalid unless it waits to try again
    std::optional<Error> why = {}; ///< what keeps it from being connected

    friend bool operator==(const SourceState &, const SourceState &) = default;
};

/// A stream of events that keeps itself going: it reconnects, renews its token and goes on where it was.
/// Lives on the engine thread. Signals come from the event loop, never from inside a call of these.
///
/// Back-pressure: a source hands out at most maxUnacknowledged events beyond the last acknowledged position,
/// then reads no more.
class Source : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual SourceKind kind() const = 0;
    /// What its position is kept under: another person, account or server has another name. Never a secret.
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual SourceState state() const = 0;

    /// Goes on after `after`; from now, with a gap(), where that is empty or the source cannot go back.
    /// Does nothing while it runs; after Down it tries anew.
    virtual void start(const Position &after) = 0;
    /// Lets go of the connection; what was not acknowledged comes again after the next start().
    virtual void stop() = 0;
    /// Everything up to and with this position, one of a batch or of an event in it, is durable.
    virtual void acknowledge(const Position &position) = 0;
    /// The network is there again, or the computer woke up: tries at once instead of waiting, and trusts no
    /// connection from before.
    virtual void wake() = 0;

    static constexpr qsizetype maxUnacknowledged = 500;

Q_SIGNALS:
    void eventsArrived(const lectern::feed::Batch &batch);
    /// Something may have been missed: what Zoom has now is to be read by REST. Comes before the events that
    /// follow the gap. Nobody keeps it over a restart: an engine that starts reads everything once anyway.
    void gap();
    void stateChanged(const lectern::feed::SourceState &state);
};

} // namespace lectern::feed

Q_DECLARE_METATYPE(lectern::feed::Batch)
Q_DECLARE_METATYPE(lectern::feed::SourceState)
