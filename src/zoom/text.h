// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace lectern::zoom {

/// The sentences a person reads when Zoom, the network or the credentials refuse something. All translated.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(lectern::zoom::Text)

public:
    [[nodiscard]] static QString unreadableAnswer();
    [[nodiscard]] static QString webPage();
    [[nodiscard]] static QString unknownAddress();
    [[nodiscard]] static QString serverTrouble();
    [[nodiscard]] static QString cancelled();
    [[nodiscard]] static QString noAnswer(const QString &host);
    [[nodiscard]] static QString noAnswerInTime(const QString &host);
    [[nodiscard]] static QString proxyWantsPassword();
    [[nodiscard]] static QString proxyInTheWay(const QString &host);
    [[nodiscard]] static QString untrustedCertificate(const QString &host);
    [[nodiscard]] static QString insecureAddress(const QString &address);
    [[nodiscard]] static QString tooLarge();
    [[nodiscard]] static QString sentElsewhere(const QString &host);

    [[nodiscard]] static QString credentialsRefused();
    [[nodiscard]] static QString unknownClient();
    [[nodiscard]] static QString unknownAccount();
    [[nodiscard]] static QString appDisabled();
    [[nodiscard]] static QString authorizationGone();
    [[nodiscard]] static QString ownerGone();
    [[nodiscard]] static QString wrongAppKind();
    [[nodiscard]] static QString signInAgain();
    [[nodiscard]] static QString redirectNotRegistered();
    [[nodiscard]] static QString incompleteCredentials();
    [[nodiscard]] static QString cannotSign();
    [[nodiscard]] static QString foreignApiAddress(const QString &host);

    [[nodiscard]] static QString missingScopes(const QString &scopes);
    [[nodiscard]] static QString notAllowed();
    [[nodiscard]] static QString paidPlanNeeded();
    [[nodiscard]] static QString refusedInput(const QString &reason);
    [[nodiscard]] static QString alreadyExists();
    [[nodiscard]] static QString tooManyRequests();
    [[nodiscard]] static QString hostLimitReached();
    [[nodiscard]] static QString registrantLimitReached();
    [[nodiscard]] static QString dailyLimitReached();

    [[nodiscard]] static QString userGone();
    [[nodiscard]] static QString meetingGone();
    [[nodiscard]] static QString meetingNotAccessible();
    [[nodiscard]] static QString meetingInProgress();
    [[nodiscard]] static QString notTheHost();
    [[nodiscard]] static QString meetingEnded();
    [[nodiscard]] static QString meetingOver();
    [[nodiscard]] static QString personalRoomStays();
    [[nodiscard]] static QString mayNotHost();
    [[nodiscard]] static QString registrationOff();
    [[nodiscard]] static QString registrationFull();
    [[nodiscard]] static QString hostCannotRegister();
    [[nodiscard]] static QString noRecording();
    [[nodiscard]] static QString recordingUnfinished();
    [[nodiscard]] static QString noCloudStorage();
    [[nodiscard]] static QString recordingInUse();
    [[nodiscard]] static QString tooLongAgo();
    [[nodiscard]] static QString onPremises();
    [[nodiscard]] static QString wrongMeetingType();
    [[nodiscard]] static QString notForOneDate();
};

} // namespace lectern::zoom
