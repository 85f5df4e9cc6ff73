// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an event stream: whole and in pieces give the same, and memory stays within the limits. What
// comes out is read as a frame of Zoom's event connection as well, which may not do more than fail.

#include "feed/eventstreamparser.h"
#include "feed/socketframe.h"

#include <cstdint>
#include <cstdlib>

using namespace lectern::feed;

namespace {

constexpr StreamLimits limits{.event = 512, .line = 2048};

void check(bool holds)
{
    if (!holds)
        std::abort();
}

/// In pieces whose sizes the bytes themselves decide.
QList<StreamMessage> inPieces(QByteArrayView bytes, EventStreamParser &parser)
{
    QList<StreamMessage> messages;
    while (!bytes.isEmpty()) {
        const qsizetype size = qMin<qsizetype>(bytes.size(), 1 + (quint8(bytes.back()) ^ bytes.size()) % 37);
        messages += parser.read(bytes.first(size));
        bytes = bytes.sliced(size);
    }
    return messages;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    EventStreamParser atOnce(limits);
    EventStreamParser slowly(limits);
    const QList<StreamMessage> messages = atOnce.read(bytes);
    check(messages == inPieces(bytes, slowly) || atOnce.hasFault());
    check(atOnce.hasFault() == slowly.hasFault());
    for (const StreamMessage &message : messages) {
        check(message.data.size() <= limits.event);
        check(message.kind == StreamMessage::Kind::Event || message.data.isEmpty());
        const lectern::Result<SocketFrame> frame = decodeSocketFrame(message.data);
        check(!frame || frame->content.size() <= 8 * limits.event);
    }
    return 0;
}
