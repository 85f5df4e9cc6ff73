// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"

#include <QString>

#include <span>

namespace lectern::sync {

/// One member of MeetingSettings, so that settings can be compared, merged and shown one by one.
struct SettingField
{
    /// The path as in MeetingDraft ("settings.waitingRoom").
    QString name;
    bool (*equal)(const school::MeetingSettings &a, const school::MeetingSettings &b);
    void (*copy)(const school::MeetingSettings &from, school::MeetingSettings &to);
    /// The value in words for the person.
    QString (*text)(const school::MeetingSettings &settings);
};

[[nodiscard]] std::span<const SettingField> settingFields();

} // namespace lectern::sync
