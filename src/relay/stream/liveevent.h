// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/event.h"
#include "relay/school/audience.h"
#include "relay/school/zoomevent.h"

#include <memory>
#include <string>
#include <string_view>

namespace lectern::relay {

enum class Coding { Plain, Gzip };

/// An event on its way to subscribers. It is read, redacted, written out and compressed at most once for each
/// distinct copy, when the first subscriber needs it; the rest share the bytes. Used by the serving thread.
class LiveEvent
{
public:
    explicit LiveEvent(KeptEventPointer kept);
    ~LiveEvent();
    LiveEvent(const LiveEvent &) = delete;
    LiveEvent &operator=(const LiveEvent &) = delete;

    [[nodiscard]] const KeptEvent &kept() const { return *m_kept; }
    [[nodiscard]] Position position() const { return m_kept->position; }

    /// Nothing where the body cannot be read; the log keeps no such, but the log may be older than we are.
    [[nodiscard]] const ZoomEvent *zoomEvent() const;

    /// "id: POSITION\ndata: EVENT\n\n" of that copy.
    [[nodiscard]] std::string_view frame(View view) const;
    /// The frame, coded.
    [[nodiscard]] std::string_view frame(View view, Coding coding) const;

    /// What it and its copies take in memory, about.
    [[nodiscard]] std::size_t size() const { return 3 * m_kept->event.json.size() + 512; }

private:
    struct Made;

    [[nodiscard]] Made &made() const;
    [[nodiscard]] std::string copy(View view) const;
    [[nodiscard]] std::string wholeCopy() const;

    KeptEventPointer m_kept;
    mutable std::unique_ptr<Made> m_made; ///< what was made of it; null while nobody has asked
};

using LiveEventPointer = std::shared_ptr<const LiveEvent>;

} // namespace lectern::relay
