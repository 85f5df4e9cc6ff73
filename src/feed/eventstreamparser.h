// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace lectern::feed {

/// What a blank line of an event stream brought.
struct StreamMessage
{
    enum class Kind {
        Event, ///< to be dispatched
        Position, ///< no data: only the last event id moved
        TooLarge, ///< its data was over the limit and is gone
    };

    Kind kind = Kind::Event;
    QByteArray type = {}; ///< of Event; empty: "message"
    QByteArray data = {}; ///< of Event
    QByteArray id = {}; ///< the last event id, of this or of an earlier event

    friend bool operator==(const StreamMessage &, const StreamMessage &) = default;
};

/// The most of a stream that is held in memory, in bytes.
struct StreamLimits
{
    qsizetype event = qsizetype{1024} * 1024; ///< of data of one event; more makes it TooLarge
    qsizetype line = qsizetype{16} * 1024 * 1024; ///< of one line, kept or not; more is a fault
};

/// Reads `text/event-stream` as the WHATWG HTML standard describes it (section 9.2.6), in pieces of any size,
/// in bounded memory. Bytes are taken as they are: whether they are UTF-8 is for who reads the data.
class EventStreamParser
{
public:
    explicit EventStreamParser(StreamLimits limits = {})
        : m_limits(limits)
    { }

    /// What these bytes complete. Nothing any more after a fault.
    [[nodiscard]] QList<StreamMessage> read(QByteArrayView bytes);

    /// A line longer than a server that speaks this protocol sends.
    [[nodiscard]] bool hasFault() const { return m_fault; }
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastEventId; }
    /// How long the server asks to wait before the next connection.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }

private:
    void extendLine(QByteArrayView bytes);
    void endLine(QList<StreamMessage> &out);
    void takeField(QByteArrayView name, QByteArrayView value);
    void takeData(QByteArrayView value);
    void takeRetry(QByteArrayView value);
    void dispatch(QList<StreamMessage> &out);

    StreamLimits m_limits;
    QByteArray m_line; ///< as much of it as an event may have
    qsizetype m_lineLength = 0; ///< all of it
    QByteArray m_type;
    QByteArray m_data; ///< each line followed by a line feed
    QByteArray m_idBuffer;
    QByteArray m_lastEventId;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_firstLine = true;
    bool m_afterReturn = false; ///< a line feed now belongs to the line before
    bool m_tooLarge = false;
    bool m_fault = false;
};

} // namespace lectern::feed
