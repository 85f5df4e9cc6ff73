// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/text.h"

namespace lectern::zoom {

QString Text::unreadableAnswer()
{
    return tr("Zoom's answer cannot be understood. Nothing was lost; if it happens again, report it with its "
              "details.");
}

QString Text::webPage()
{
    return tr("The address answered with a web page, not with Zoom's API. Check the server address.");
}

QString Text::unknownAddress()
{
    return tr("The server does not know this part of Zoom's API. Check the server address.");
}

QString Text::serverTrouble()
{
    return tr("Zoom has a problem at the moment. Lectern tries again by itself.");
}

QString Text::cancelled()
{
    return tr("Stopped before it was finished.");
}

QString Text::noAnswer(const QString &host)
{
    return tr("%1 cannot be reached. Check the connection to the internet and the server address.").arg(host);
}

QString Text::noAnswerInTime(const QString &host)
{
    return tr("%1 did not answer in time. Check the connection to the internet, or try again later.")
        .arg(host);
}

QString Text::proxyWantsPassword()
{
    return tr("This network's proxy wants a name and a password. Write them into the proxy's address in the "
              "system's settings (http://name:password@proxy:port), or ask whoever looks after the network.");
}

QString Text::proxyInTheWay(const QString &host)
{
    return tr(
        "This network's proxy cannot be reached, or does not let Lectern through to %1. Check the proxy in "
        "the system's settings, or ask whoever looks after the network.")
        .arg(host);
}

QString Text::untrustedCertificate(const QString &host)
{
    return tr(
        "The identity of %1 cannot be verified, so nothing was sent to it. Check the server address and "
        "this computer's date.")
        .arg(host);
}

QString Text::insecureAddress(const QString &address)
{
    return tr("%1 is not a secure address. Use one that begins with https://.").arg(address);
}

QString Text::tooLarge()
{
    return tr("The answer is larger than anything Zoom sends. Check the server address.");
}

QString Text::sentElsewhere(const QString &host)
{
    return tr("The server sent the request on to %1, where it must not go. Check the server address.")
        .arg(host);
}

QString Text::credentialsRefused()
{
    return tr("Zoom does not accept the credentials of this account. Check them in Settings.");
}

QString Text::unknownClient()
{
    return tr(
        "Zoom does not know this client ID with this client secret. Copy both again from the app's page on "
        "the Zoom App Marketplace.");
}

QString Text::unknownAccount()
{
    return tr("Zoom does not accept the account ID. Copy it again from the app's page on the Zoom App "
              "Marketplace.");
}

QString Text::appDisabled()
{
    return tr("The Zoom app is switched off. An administrator can activate it on the Zoom App Marketplace.");
}

QString Text::authorizationGone()
{
    return tr("The authorization was taken back at Zoom. Connect the account again.");
}

QString Text::ownerGone()
{
    return tr("The owner of the Zoom app has left the account. An administrator has to create the app anew.");
}

QString Text::wrongAppKind()
{
    return tr(
        "This Zoom app does not allow this kind of sign-in. Create a Server-to-Server OAuth app and use its "
        "credentials.");
}

QString Text::signInAgain()
{
    return tr("The sign-in has expired. Sign in again.");
}

QString Text::redirectNotRegistered()
{
    return tr("The Zoom app does not list Lectern's return address. Add it on the app's page on the Zoom App "
              "Marketplace.");
}

QString Text::incompleteCredentials()
{
    return tr("The credentials are incomplete. Fill in every field of the account in Settings.");
}

QString Text::cannotSign()
{
    return tr("The key and secret cannot be used to sign in. Check them in Settings.");
}

QString Text::foreignApiAddress(const QString &host)
{
    return tr("The sign-in named %1 as the server, which is none of Zoom's. Check the server address.")
        .arg(host);
}

QString Text::missingScopes(const QString &scopes)
{
    if (scopes.isEmpty())
        return tr(
            "The Zoom app lacks a permission for this. Add the missing scopes on the Zoom App Marketplace.");
    return tr("The Zoom app lacks permissions. Add these scopes on the Zoom App Marketplace: %1.")
        .arg(scopes);
}

QString Text::notAllowed()
{
    return tr("Zoom does not allow this account to do that. Ask the account's administrator.");
}

QString Text::paidPlanNeeded()
{
    return tr("Zoom offers this only with a paid plan or an extra licence.");
}

QString Text::refusedInput(const QString &reason)
{
    if (reason.isEmpty())
        return tr("Zoom refused what was entered. Check it and send it again.");
    return tr("Zoom refused what was entered: %1").arg(reason);
}

QString Text::alreadyExists()
{
    return tr("Zoom already has this. Refresh to see it.");
}

QString Text::tooManyRequests()
{
    return tr("Zoom asks for a short break. Lectern goes on by itself.");
}

QString Text::hostLimitReached()
{
    return tr(
        "This host has reached Zoom's limit of 100 new or changed meetings a day. Lectern goes on after "
        "midnight UTC.");
}

QString Text::registrantLimitReached()
{
    return tr(
        "Zoom registers the same person for a meeting at most three times a day. Try again after midnight "
        "UTC.");
}

QString Text::dailyLimitReached()
{
    return tr(
        "The account has reached Zoom's limit of requests for today. Lectern goes on when Zoom allows it "
        "again.");
}

QString Text::userGone()
{
    return tr("Zoom does not have this host any more. Choose another host.");
}

QString Text::meetingGone()
{
    return tr("The meeting no longer exists at Zoom.");
}

QString Text::meetingNotAccessible()
{
    return tr(
        "Zoom does not give access to this meeting. It may be a webinar, a date that is gone, or belong to a "
        "host one may not schedule for.");
}

QString Text::meetingInProgress()
{
    return tr("The meeting is running. End it first.");
}

QString Text::notTheHost()
{
    return tr("Only the meeting's host may do this.");
}

QString Text::meetingEnded()
{
    return tr("The meeting has already ended.");
}

QString Text::meetingOver()
{
    return tr("The meeting is over, so nobody can register any more.");
}

QString Text::personalRoomStays()
{
    return tr("A personal room cannot be deleted.");
}

QString Text::mayNotHost()
{
    return tr(
        "This user may not host or schedule meetings. An administrator can give them a licence at Zoom.");
}

QString Text::registrationOff()
{
    return tr("Registration is not switched on for this meeting. Edit the meeting to switch it on.");
}

QString Text::registrationFull()
{
    return tr("No more people can register for this meeting.");
}

QString Text::hostCannotRegister()
{
    return tr("The host of a meeting cannot register for it.");
}

QString Text::noRecording()
{
    return tr("There is no recording of this meeting at Zoom.");
}

QString Text::recordingUnfinished()
{
    return tr("The recording is not finished yet. Try again when the meeting has ended.");
}

QString Text::noCloudStorage()
{
    return tr("Cloud recording is not switched on for this account.");
}

QString Text::recordingInUse()
{
    return tr("The recording is used by a webinar and cannot be deleted.");
}

QString Text::tooLongAgo()
{
    return tr("Zoom keeps no details of meetings older than a year.");
}

QString Text::onPremises()
{
    return tr("The meeting runs on the organisation's own servers, where this is not possible.");
}

QString Text::wrongMeetingType()
{
    return tr("This is not possible for this kind of meeting.");
}

QString Text::notForOneDate()
{
    return tr("This can only be changed for all dates of a series, not for one.");
}

} // namespace lectern::zoom
