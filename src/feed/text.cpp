// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/text.h"

namespace lectern::feed {

QString Text::signInPage(const QString &host)
{
    return tr(
        "A web page came instead of %1. This network may ask you to sign in first: open any page in your "
        "browser. Lectern tries again by itself.")
        .arg(host);
}

QString Text::notARelay(const QString &host)
{
    return tr("There is no Lectern relay at %1. Ask your administrator whether its address has changed.")
        .arg(host);
}

QString Text::connectionEnded(const QString &host)
{
    return tr("The connection to %1 ended. Lectern connects again by itself.").arg(host);
}

QString Text::silence(const QString &host)
{
    return tr("Nothing came from %1 for a while. Lectern connects again by itself.").arg(host);
}

QString Text::unreadableStream(const QString &host)
{
    return tr("What %1 sends cannot be understood. Lectern tries again by itself.").arg(host);
}

QString Text::busy(const QString &host)
{
    return tr("%1 has too much to do at the moment. Lectern tries again by itself.").arg(host);
}

QString Text::serverTrouble(const QString &host)
{
    return tr("%1 has a problem at the moment. Lectern tries again by itself.").arg(host);
}

QString Text::refusedInput(const QString &host)
{
    return tr("%1 did not accept what Lectern sent. Nothing was changed there.").arg(host);
}

QString Text::accessEnded()
{
    return tr("Your access to the school's relay has ended. Ask your administrator for a new invitation.");
}

QString Text::accessWithdrawn()
{
    return tr(
        "Your access to the school's relay was withdrawn. Ask your administrator for a new invitation.");
}

QString Text::notAllowed()
{
    return tr("The relay does not let you do that. Ask your administrator.");
}

QString Text::notAnInvitation()
{
    return tr(
        "This is not an invitation to a school. Copy the whole link that begins with lectern://invite.");
}

QString Text::insecureInvitation()
{
    return tr("This invitation leads to an address that is not secure, so it is not used. Ask your "
              "administrator for a new one.");
}

QString Text::invitationUsed()
{
    return tr("This invitation was already used or is too old. Ask your administrator for a new one.");
}

QString Text::noEventAddress()
{
    return tr(
        "The address of Zoom's event connection is not secure or not complete. Check it in the settings.");
}

QString Text::subscriptionTaken()
{
    return tr(
        "Another computer uses the same event subscription, and Zoom serves only one. Lectern asks Zoom "
        "now and then instead.");
}

QString Text::subscriptionRefused()
{
    return tr("Zoom does not accept the credentials for its event connection. Check them in the settings.");
}

} // namespace lectern::feed
