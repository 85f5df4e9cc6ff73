// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/eventstreamparser.h"

#include <algorithm>

namespace lectern::feed {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
/// Room in a line for the name of its field.
constexpr qsizetype nameRoom = 64;
/// Longer than a day is not believed.
constexpr int retryDigits = 8;

qsizetype lineEnd(QByteArrayView bytes)
{
    const auto end = std::ranges::find_if(bytes, [](char byte) { return byte == '\n' || byte == '\r'; });
    return end == bytes.end() ? -1 : std::distance(bytes.begin(), end);
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

} // namespace

QList<StreamMessage> EventStreamParser::read(QByteArrayView bytes)
{
    QList<StreamMessage> out;
    while (!bytes.isEmpty() && !m_fault) {
        if (std::exchange(m_afterReturn, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const qsizetype end = lineEnd(bytes);
        extendLine(end < 0 ? bytes : bytes.first(end));
        if (end < 0 || m_fault)
            break;
        m_afterReturn = bytes[end] == '\r';
        bytes = bytes.sliced(end + 1);
        endLine(out);
    }
    return out;
}

void EventStreamParser::extendLine(QByteArrayView bytes)
{
    m_lineLength += bytes.size();
    m_fault = m_lineLength > m_limits.line;
    const qsizetype room = m_limits.event + nameRoom - m_line.size();
    m_line.append(bytes.first(std::clamp<qsizetype>(room, 0, bytes.size())));
}

void EventStreamParser::endLine(QList<StreamMessage> &out)
{
    QByteArrayView line(m_line);
    if (std::exchange(m_firstLine, false) && line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());
    if (line.isEmpty()) {
        dispatch(out);
    } else if (line.front() != ':') {
        m_tooLarge = m_tooLarge || m_lineLength > m_line.size();
        const qsizetype colon = line.indexOf(':');
        const QByteArrayView name = colon < 0 ? line : line.first(colon);
        QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
        if (value.startsWith(' '))
            value = value.sliced(1);
        takeField(name, value);
    }
    m_line.resize(0);
    m_lineLength = 0;
}

void EventStreamParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data")
        takeData(value);
    else if (name == "event")
        m_type = value.toByteArray();
    else if (name == "id" && !value.contains('\0'))
        m_idBuffer = value.toByteArray();
    else if (name == "retry")
        takeRetry(value);
}

void EventStreamParser::takeData(QByteArrayView value)
{
    m_tooLarge = m_tooLarge || m_data.size() + value.size() > m_limits.event;
    if (m_tooLarge)
        m_data.clear();
    else
        m_data.append(value).append('\n');
}

void EventStreamParser::takeRetry(QByteArrayView value)
{
    if (!value.isEmpty() && value.size() <= retryDigits && std::ranges::all_of(value, isDigit))
        m_retry = std::chrono::milliseconds(value.toByteArray().toInt());
}

void EventStreamParser::dispatch(QList<StreamMessage> &out)
{
    const bool moved = m_idBuffer != m_lastEventId;
    m_lastEventId = m_idBuffer;
    StreamMessage message{.type = std::exchange(m_type, {}), .id = m_lastEventId};
    if (std::exchange(m_tooLarge, false)) {
        out.append({.kind = StreamMessage::Kind::TooLarge, .id = m_lastEventId});
    } else if (!m_data.isEmpty()) {
        m_data.chop(1);
        message.data = m_data;
        out.append(message);
    } else if (moved) {
        out.append({.kind = StreamMessage::Kind::Position, .id = m_lastEventId});
    }
    m_data.clear();
}

} // namespace lectern::feed
