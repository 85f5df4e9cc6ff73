// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/stream/liveevent.h"

#include "relay/school/redaction.h"
#include "relay/stream/gzip.h"

#include <array>
#include <optional>

namespace lectern::relay {
namespace {

using nlohmann::json;

std::string dump(const json &document)
{
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Whether no secret of a host can be in the text, however its JSON is written: most events need no second
/// look. Escaped letters (backslash, u) could spell anything.
bool isFreeOfHostSecrets(std::string_view text)
{
    for (const std::string_view sign :
        {"start_url", "host_key", "hostkey", "\"zak\"", "ak=", "aK=", "Ak=", "AK=", "\\u"}) {
        if (text.find(sign) != std::string_view::npos)
            return false;
    }
    return true;
}

bool isOneLine(std::string_view text)
{
    return text.find_first_of("\r\n") == std::string_view::npos;
}

} // namespace

struct LiveEvent::Made
{
    std::optional<std::optional<ZoomEvent>> zoomEvent;
    std::array<std::optional<std::string>, 3> frames; ///< by View
    std::array<std::optional<std::string>, 3> pieces;
};

LiveEvent::LiveEvent(KeptEventPointer kept)
    : m_kept(std::move(kept))
{ }

LiveEvent::~LiveEvent() = default;

LiveEvent::Made &LiveEvent::made() const
{
    if (!m_made)
        m_made = std::make_unique<Made>();
    return *m_made;
}

const ZoomEvent *LiveEvent::zoomEvent() const
{
    auto &read = made().zoomEvent;
    if (!read)
        read.emplace(ZoomEvent::parse(m_kept->event.json));
    return *read ? &**read : nullptr;
}

std::string_view LiveEvent::frame(View view) const
{
    auto &frame = made().frames.at(static_cast<std::size_t>(view));
    if (!frame)
        frame = "id: " + std::to_string(position()) + "\ndata: " + copy(view) + "\n\n";
    return *frame;
}

std::string_view LiveEvent::frame(View view, Coding coding) const
{
    if (coding == Coding::Plain)
        return frame(view);
    auto &piece = made().pieces.at(static_cast<std::size_t>(view));
    if (!piece)
        piece = gzip::piece(frame(view));
    return *piece;
}

std::string LiveEvent::copy(View view) const
{
    if (view == View::Whole)
        return wholeCopy();
    const ZoomEvent *event = zoomEvent();
    if (!event)
        return "{}";
    return dump(view == View::Own ? ownCopy(*event) : learnersCopy(*event));
}

std::string LiveEvent::wholeCopy() const
{
    const std::string &text = m_kept->event.json;
    if (isFreeOfHostSecrets(text) && isOneLine(text))
        return text;
    const ZoomEvent *event = zoomEvent();
    if (!event)
        return "{}";
    json document = event->document();
    takeOutHostSecrets(document);
    return dump(document);
}

} // namespace lectern::relay
