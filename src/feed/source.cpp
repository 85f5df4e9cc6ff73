// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/source.h"

namespace lectern::feed {

QString sourceKindName(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Relay:
        return QStringLiteral("relay");
    case SourceKind::ZoomSocket:
        return QStringLiteral("zoom-socket");
    case SourceKind::Polling:
        return QStringLiteral("polling");
    }
    Q_UNREACHABLE();
}

} // namespace lectern::feed
