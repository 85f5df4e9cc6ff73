// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern::zoom {

/// A value of a list that Zoom may lengthen: what Lectern knows, and the text Zoom sent, kept when unknown.
/// E has an enumerator Unknown with the value 0.
template <typename E>
struct OpenEnum
{
    E value = E::Unknown;
    QString raw = {};

    friend bool operator==(const OpenEnum &, const OpenEnum &) = default;
    friend bool operator==(const OpenEnum &open, E value) { return open.value == value; }
};

} // namespace lectern::zoom
