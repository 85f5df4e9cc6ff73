// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include <QByteArray>
#include <QString>

#include <array>

using namespace Qt::StringLiterals;

namespace lectern {

const SettingInfo &infoOf(Setting setting)
{
    static const std::array table{
        SettingInfo{Setting::Colours, "look/colours"_L1, u"system"_s},
        SettingInfo{Setting::Language, "look/language"_L1, QString()},
        SettingInfo{Setting::WhoAmI, "me/email"_L1, QString()},
        SettingInfo{Setting::WindowState, "window/state"_L1, QByteArray()},
        SettingInfo{Setting::AllMeetingsHeader, "tables/all-meetings"_L1, QByteArray()},
        SettingInfo{Setting::RecordingsHeader, "tables/recordings"_L1, QByteArray()},
        SettingInfo{Setting::RegistrantsHeader, "tables/registrants"_L1, QByteArray()},
        SettingInfo{Setting::NotifyStarted, "notify/started"_L1, true},
        SettingInfo{Setting::NotifyWaiting, "notify/waiting"_L1, true},
        SettingInfo{Setting::NotifyRecording, "notify/recording"_L1, true},
    };
    const SettingInfo &info = table.at(static_cast<size_t>(setting));
    Q_ASSERT(info.setting == setting);
    return info;
}

} // namespace lectern
