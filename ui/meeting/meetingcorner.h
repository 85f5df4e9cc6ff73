// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace lectern::ui {

/// Which part of a meeting's page is meant.
enum class MeetingCorner { Whole, Participants, Recordings };

} // namespace lectern::ui

Q_DECLARE_METATYPE(lectern::ui::MeetingCorner)
