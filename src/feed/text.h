// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace lectern::feed {

/// The sentences a person reads when a source of events or an invitation refuses something. All translated.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(lectern::feed::Text)

public:
    [[nodiscard]] static QString signInPage(const QString &host);
    [[nodiscard]] static QString notARelay(const QString &host);
    [[nodiscard]] static QString connectionEnded(const QString &host);
    [[nodiscard]] static QString silence(const QString &host);
    [[nodiscard]] static QString unreadableStream(const QString &host);
    [[nodiscard]] static QString busy(const QString &host);
    [[nodiscard]] static QString serverTrouble(const QString &host);
    [[nodiscard]] static QString refusedInput(const QString &host);

    [[nodiscard]] static QString accessEnded();
    [[nodiscard]] static QString accessWithdrawn();
    [[nodiscard]] static QString notAllowed();

    [[nodiscard]] static QString notAnInvitation();
    [[nodiscard]] static QString insecureInvitation();
    [[nodiscard]] static QString invitationUsed();

    [[nodiscard]] static QString noEventAddress();
    [[nodiscard]] static QString subscriptionTaken();
    [[nodiscard]] static QString subscriptionRefused();
};

} // namespace lectern::feed
