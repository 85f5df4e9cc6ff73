// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/settingwords.h"

#include "school/meetingwords.h"

#include <QCoreApplication>

namespace lectern::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::SettingWords)
};

QString registrationText(const school::MeetingSettings &settings)
{
    switch (settings.approval) {
    case school::Approval::Automatic:
        return Words::tr("Required, approved at once");
    case school::Approval::Manual:
        return Words::tr("Required, each approved by hand");
    case school::Approval::NoRegistration:
        return Words::tr("Not required");
    }
    Q_UNREACHABLE();
}

QString recordingText(school::AutoRecording recording)
{
    switch (recording) {
    case school::AutoRecording::None:
        return Words::tr("Not by itself");
    case school::AutoRecording::Local:
        return Words::tr("On the host's computer");
    case school::AutoRecording::Cloud:
        return Words::tr("In Zoom's cloud");
    }
    Q_UNREACHABLE();
}

QString beforeHostText(const school::MeetingSettings &settings, const QLocale &locale)
{
    if (!settings.joinBeforeHost)
        return Words::tr("No, the host opens the meeting");
    if (settings.joinBeforeHostTime.count() == 0)
        return Words::tr("At any time");
    return Words::tr("From %1 before the start")
        .arg(school::durationText(settings.joinBeforeHostTime, locale));
}

QString onOff(bool isOn)
{
    return isOn ? Words::tr("On") : Words::tr("Off");
}

} // namespace

QList<KeyValueList::Row> settingRows(const school::MeetingSettings &settings, const QLocale &locale)
{
    QList<KeyValueList::Row> rows{{Words::tr("Registration"), registrationText(settings)},
        {Words::tr("Recording"), recordingText(settings.autoRecording)},
        {Words::tr("Waiting room"), onOff(settings.waitingRoom)},
        {Words::tr("Join before the host"), beforeHostText(settings, locale)},
        {Words::tr("Mute on entry"), onOff(settings.muteUponEntry)}};
    if (!settings.alternativeHosts.isEmpty())
        rows.append({Words::tr("Alternative hosts"), settings.alternativeHosts.join(QStringLiteral(", "))});
    return rows;
}

} // namespace lectern::ui
