// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/sessionbus.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace lectern::ui {

bool sessionBusRuns()
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || (!runtime.isEmpty() && QFile::exists(QFile::decodeName(runtime) + "/bus"_L1));
}

} // namespace lectern::ui
