// SPDX-License-Identifier: GPL-3.0-or-later
#include "platformnoise.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lectern::app {

namespace {

constexpr std::array noise{
    "This plugin does not support "_L1, // size hints, raising and the like, on the offscreen platform
    "QStandardPaths: XDG_RUNTIME_DIR not set"_L1, // where nobody has logged in
};

QtMessageHandler s_next = nullptr;

void passOnUnlessNoise(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto begins = [&message](QLatin1StringView words) { return message.startsWith(words); };
    if (std::ranges::none_of(noise, begins))
        s_next(type, context, message);
}

} // namespace

void silencePlatformNoise()
{
    const QtMessageHandler previous = qInstallMessageHandler(passOnUnlessNoise);
    if (previous != passOnUnlessNoise)
        s_next = previous;
}

} // namespace lectern::app
