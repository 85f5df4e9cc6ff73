// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/schooljson.h"

#include <QRegularExpression>

#include <array>

namespace lectern::zoom {

namespace {

using school::Approval;
using school::AutoRecording;
using school::MeetingSettings;
using school::RegistrationScope;

struct RecordingName
{
    const char *name;
    AutoRecording value;
};

constexpr std::array recordingNames{RecordingName{"none", AutoRecording::None},
    RecordingName{"local", AutoRecording::Local}, RecordingName{"cloud", AutoRecording::Cloud}};

void readRegistration(const JsonObject &in, MeetingSettings &out)
{
    int approval = int(out.approval);
    int scope = int(out.registrationScope);
    in.optional("approval_type", approval);
    in.optional("registration_type", scope);
    if (approval >= 0 && approval <= 2)
        out.approval = Approval(approval);
    if (scope >= 1 && scope <= 3)
        out.registrationScope = RegistrationScope(scope);
}

void readRecording(const JsonObject &in, MeetingSettings &out)
{
    QString name;
    in.optional("auto_recording", name);
    for (const RecordingName &row : recordingNames) {
        if (name == QLatin1StringView(row.name))
            out.autoRecording = row.value;
    }
}

/// Zoom separates by semicolons; webinars and older servers by commas.
void readAlternativeHosts(const JsonObject &in, MeetingSettings &out)
{
    static const QRegularExpression separator(QStringLiteral("[;,]"));
    QString hosts;
    in.optional("alternative_hosts", hosts);
    for (const QString &host : hosts.split(separator, Qt::SkipEmptyParts)) {
        if (!host.trimmed().isEmpty())
            out.alternativeHosts.append(host.trimmed());
    }
}

const char *nameOf(AutoRecording recording)
{
    for (const RecordingName &row : recordingNames) {
        if (row.value == recording)
            return row.name;
    }
    Q_UNREACHABLE();
}

} // namespace

void read(const JsonObject &in, MeetingSettings &out)
{
    readRegistration(in, out);
    readRecording(in, out);
    in.optional("waiting_room", out.waitingRoom);
    in.optional("join_before_host", out.joinBeforeHost);
    in.optional("jbh_time", out.joinBeforeHostTime);
    in.optional("host_video", out.hostVideo);
    in.optional("participant_video", out.participantVideo);
    in.optional("mute_upon_entry", out.muteUponEntry);
    readAlternativeHosts(in, out);
}

nlohmann::json toJson(const MeetingSettings &settings)
{
    return {{"approval_type", int(settings.approval)}, {"registration_type", int(settings.registrationScope)},
        {"auto_recording", nameOf(settings.autoRecording)}, {"waiting_room", settings.waitingRoom},
        {"join_before_host", settings.joinBeforeHost}, {"jbh_time", settings.joinBeforeHostTime.count()},
        {"host_video", settings.hostVideo}, {"participant_video", settings.participantVideo},
        {"mute_upon_entry", settings.muteUponEntry},
        {"alternative_hosts", toJson(settings.alternativeHosts.join(u';'))}};
}

} // namespace lectern::zoom
