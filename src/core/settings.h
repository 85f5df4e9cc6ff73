// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QVariant>

namespace lectern {

/// Everything the desktop remembers about how a person likes it. Never a secret.
enum class Setting {
    Colours, ///< "system", "light" or "dark"
    Language, ///< "en", "fr", "es"; empty: the system's
    WhoAmI, ///< e-mail of the person at this desktop
    WindowState, ///< bytes of MainWindow::windowStateChanged()
    AllMeetingsHeader, ///< bytes of TableView::headerStateChanged()
    RecordingsHeader,
    RegistrantsHeader,
    NotifyStarted, ///< bool: a class of mine has started
    NotifyWaiting, ///< bool: somebody waits to be let in
    NotifyRecording, ///< bool: a recording is ready
};

struct SettingInfo
{
    Setting setting;
    QLatin1StringView key; ///< in the settings file; never changes once released
    QVariant fallback;
};

/// The one table of settings, in the order of the enum.
[[nodiscard]] const SettingInfo &infoOf(Setting setting);

} // namespace lectern
