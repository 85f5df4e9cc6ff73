// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/meetingfields.h"

#include "school/ownertag.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace lectern::school::fields {

using namespace Qt::StringLiterals;

namespace {

struct FieldText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::school::MeetingDraft)
};

bool isEmail(const QString &text)
{
    static const QRegularExpression shape(u"^[^@\\s;,]+@[^@\\s;,.]+(\\.[^@\\s;,.]+)*$"_s);
    return shape.match(text).hasMatch();
}

QList<FieldError> checkAlternativeHosts(const QStringList &emails)
{
    for (const QString &email : emails) {
        if (!isEmail(email))
            return {{u"settings.alternativeHosts"_s,
                FieldText::tr("“%1” is not an e-mail address. Write each alternative host's address in full, "
                              "such as name@school.example.")
                    .arg(email)}};
    }
    return {};
}

QList<FieldError> checkJoinBeforeHost(std::chrono::minutes time)
{
    for (const int allowed : {0, 5, 10, 15})
        if (time == std::chrono::minutes(allowed))
            return {};
    return {{u"settings.joinBeforeHostTime"_s,
        FieldText::tr(
            "People may join at any time before the host, or 5, 10 or 15 minutes before. Choose one "
            "of these.")}};
}

/// Qt lists only zones that are a place; others, such as Etc/UTC and older names, are as good. It makes a
/// QTimeZone of any word all the same, as a rule in the manner of POSIX, so that being valid says nothing.
bool isKnownZone(const QByteArray &timeZone)
{
    if (QTimeZone::isTimeZoneIdAvailable(timeZone) || timeZone == "UTC" || timeZone == "GMT")
        return true;
    const QTimeZone zone(timeZone);
    return timeZone.contains('/') && zone.isValid() && (timeZone.startsWith("Etc/") || zone.hasTransitions());
}

} // namespace

QList<FieldError> checkTopic(const QString &topic)
{
    if (topic.trimmed().isEmpty())
        return {{u"topic"_s, FieldText::tr("Give the meeting a topic, so that people know what it is.")}};
    const qsizetype excess = topic.size() - maxTopicLength;
    if (excess <= 0)
        return {};
    const QString message =
        FieldText::tr("The topic is too long: Zoom takes %1 characters. Shorten it by %n character(s).",
            nullptr, static_cast<int>(excess));
    return {{u"topic"_s, message.arg(maxTopicLength)}};
}

QList<FieldError> checkAgenda(const QString &agenda)
{
    const qsizetype excess = agenda.size() - maxAgendaLength;
    if (excess <= 0)
        return {};
    const QString message =
        FieldText::tr("The agenda is too long: Zoom takes %1 characters. Shorten it by %n character(s).",
            nullptr, static_cast<int>(excess));
    return {{u"agenda"_s, message.arg(QLocale().toString(maxAgendaLength))}};
}

QList<FieldError> checkPasscode(const QString &passcode)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9@_*-]*\\z"_s);
    if (passcode.size() > maxPasscodeLength) {
        return {{u"passcode"_s,
            FieldText::tr("The passcode is too long: Zoom takes %n characters.", nullptr,
                static_cast<int>(maxPasscodeLength))}};
    }
    if (!allowed.match(passcode).hasMatch()) {
        return {{u"passcode"_s,
            FieldText::tr(
                "Zoom takes only the letters A to Z and a to z, digits and @ _ - * in a passcode.")}};
    }
    return {};
}

QList<FieldError> checkStart(const QDateTime &start, const QDateTime &now)
{
    if (!start.isValid())
        return {{u"start"_s, FieldText::tr("Choose the day and time at which the meeting starts.")}};
    if (start < now.addSecs(-startGrace.count())) {
        return {{u"start"_s,
            FieldText::tr("This start is in the past. Choose a later one, or start the meeting now.")}};
    }
    return {};
}

QList<FieldError> checkDuration(std::chrono::minutes duration)
{
    if (duration <= std::chrono::minutes(0))
        return {{u"duration"_s, FieldText::tr("A meeting lasts at least one minute. Choose how long.")}};
    if (duration > maxDuration) {
        return {{u"duration"_s,
            FieldText::tr("A meeting lasts 24 hours at most. Choose a shorter time, or schedule one for each "
                          "day.")}};
    }
    return {};
}

QList<FieldError> checkTimeZone(const QByteArray &timeZone)
{
    if (timeZone.isEmpty())
        return {{u"timeZone"_s, FieldText::tr("Choose the time zone in which the meeting takes place.")}};
    if (isKnownZone(timeZone))
        return {};
    return {{u"timeZone"_s,
        FieldText::tr("The time zone “%1” is not known here. Choose one from the list.")
            .arg(QString::fromUtf8(timeZone))}};
}

QList<FieldError> checkSettings(const MeetingSettings &settings)
{
    return checkAlternativeHosts(settings.alternativeHosts)
        + checkJoinBeforeHost(settings.joinBeforeHostTime);
}

QList<FieldError> refusedType()
{
    return {{u"type"_s,
        FieldText::tr("This kind of meeting cannot be scheduled. Choose a single meeting or a series.")}};
}

QList<FieldError> missingHost()
{
    return {{u"hostZoomUserId"_s, FieldText::tr("Choose who hosts the meeting.")}};
}

QList<FieldError> missingRecurrence()
{
    return {{u"recurrence"_s, FieldText::tr("Choose on which days the series repeats.")}};
}

QList<FieldError> unexpectedRecurrence()
{
    return {
        {u"recurrence"_s, FieldText::tr("A single meeting does not repeat. Schedule a new series instead.")}};
}

QList<FieldError> unexpectedStart()
{
    return {
        {u"start"_s, FieldText::tr("This meeting has no fixed time; it starts when its host starts it.")}};
}

} // namespace lectern::school::fields
