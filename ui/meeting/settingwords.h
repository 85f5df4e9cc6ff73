// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"
#include "ui/widgets/keyvaluelist.h"

#include <QLocale>

namespace lectern::ui {

/// A meeting's settings in words, a row each, in the order a teacher asks for them.
[[nodiscard]] QList<KeyValueList::Row> settingRows(
    const school::MeetingSettings &settings, const QLocale &locale);

} // namespace lectern::ui
