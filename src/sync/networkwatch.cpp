// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/networkwatch.h"

#include <QNetworkInformation>

namespace lectern::sync {

NetworkWatch::NetworkWatch()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
        [this](QNetworkInformation::Reachability reachability) {
            if (reachability == QNetworkInformation::Reachability::Online)
                Q_EMIT cameBack();
        });
}

} // namespace lectern::sync
