// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace lectern::sync {

/// Tells when the system says that the network is there again. A hint, for trying sooner; never a reason not
/// to try. Made on the main thread, as Qt asks; silent where the system does not tell.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    NetworkWatch();

Q_SIGNALS:
    void cameBack();
};

} // namespace lectern::sync
