// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/settingfields.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using school::MeetingSettings;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::SettingField)
};

QString wordsOf(bool value)
{
    return value ? Words::tr("on") : Words::tr("off");
}

QString wordsOf(school::Approval value)
{
    switch (value) {
    case school::Approval::Automatic:
        return Words::tr("registration, approved at once");
    case school::Approval::Manual:
        return Words::tr("registration, approved by the host");
    case school::Approval::NoRegistration:
        return Words::tr("no registration");
    }
    Q_UNREACHABLE();
}

QString wordsOf(school::RegistrationScope value)
{
    switch (value) {
    case school::RegistrationScope::OnceForAll:
        return Words::tr("once for all dates");
    case school::RegistrationScope::EachOccurrence:
        return Words::tr("for each date");
    case school::RegistrationScope::ChooseOccurrences:
        return Words::tr("once, for chosen dates");
    }
    Q_UNREACHABLE();
}

QString wordsOf(school::AutoRecording value)
{
    switch (value) {
    case school::AutoRecording::None:
        return Words::tr("not recorded");
    case school::AutoRecording::Local:
        return Words::tr("recorded on the host's computer");
    case school::AutoRecording::Cloud:
        return Words::tr("recorded in the cloud");
    }
    Q_UNREACHABLE();
}

QString wordsOf(std::chrono::minutes value)
{
    return Words::tr("%n minute(s)", nullptr, static_cast<int>(value.count()));
}

QString wordsOf(const QStringList &value)
{
    return value.join(u", "_s);
}

template <auto Member>
SettingField field(const QString &name)
{
    return {
        .name = name,
        .equal = [](const MeetingSettings &a, const MeetingSettings &b) { return a.*Member == b.*Member; },
        .copy = [](const MeetingSettings &from, MeetingSettings &to) { to.*Member = from.*Member; },
        .text = [](const MeetingSettings &settings) { return wordsOf(settings.*Member); },
    };
}

} // namespace

std::span<const SettingField> settingFields()
{
    static const std::array fields{
        field<&MeetingSettings::approval>(u"settings.approval"_s),
        field<&MeetingSettings::registrationScope>(u"settings.registrationScope"_s),
        field<&MeetingSettings::autoRecording>(u"settings.autoRecording"_s),
        field<&MeetingSettings::waitingRoom>(u"settings.waitingRoom"_s),
        field<&MeetingSettings::joinBeforeHost>(u"settings.joinBeforeHost"_s),
        field<&MeetingSettings::joinBeforeHostTime>(u"settings.joinBeforeHostTime"_s),
        field<&MeetingSettings::hostVideo>(u"settings.hostVideo"_s),
        field<&MeetingSettings::participantVideo>(u"settings.participantVideo"_s),
        field<&MeetingSettings::muteUponEntry>(u"settings.muteUponEntry"_s),
        field<&MeetingSettings::alternativeHosts>(u"settings.alternativeHosts"_s),
    };
    return fields;
}

} // namespace lectern::sync
