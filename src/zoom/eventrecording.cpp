// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/eventrecording.h"

#include "zoom/eventjson.h"

#include <array>

namespace lectern::zoom {

namespace {

using Action = RecordingEvent::Action;
using BatchAction = RecordingBatchEvent::Action;

/// Zoom's client knows start, stop, pause and resume as well, by which older servers call them.
constexpr std::array actions{EnumName{"started", Action::Started}, EnumName{"start", Action::Started},
    EnumName{"stopped", Action::Stopped}, EnumName{"stop", Action::Stopped},
    EnumName{"paused", Action::Paused}, EnumName{"pause", Action::Paused},
    EnumName{"resumed", Action::Resumed}, EnumName{"resume", Action::Resumed},
    EnumName{"completed", Action::Completed}, EnumName{"transcript_completed", Action::TranscriptCompleted},
    EnumName{"trashed", Action::Trashed}, EnumName{"deleted", Action::Deleted},
    EnumName{"recovered", Action::Recovered}, EnumName{"renamed", Action::Renamed}};

constexpr std::array batchActions{EnumName{"batch_trashed", BatchAction::Trashed},
    EnumName{"batch_deleted", BatchAction::Deleted}, EnumName{"batch_recovered", BatchAction::Recovered}};

struct Said
{
    Recording recording;
    QString hostEmail;
};

void read(const JsonObject &in, Said &out)
{
    read(in, out.recording);
    in.optional("host_email", out.hostEmail);
}

/// What is trashed is named by the instances, the others by instance and file.
struct SaidBatch
{
    QStringList uuids;
    QList<RecordingBatchEvent::Instance> instances;
};

void read(const JsonObject &in, SaidBatch &out)
{
    in.optional("meeting_uuids", out.uuids);
    in.optional("meetings", out.instances);
    for (const QString &uuid : std::as_const(out.uuids))
        out.instances.append({uuid, {}});
}

} // namespace

void read(const JsonObject &in, RecordingBatchEvent::Instance &out)
{
    in.required("meeting_uuid", out.uuid);
    in.optional("recording_file_ids", out.fileIds);
}

bool readRecordingEvent(const JsonObject &payload, QStringView verb, RecordingEvent &out)
{
    const Action *action = actionNamed<Action>(actions, verb);
    if (!action)
        return false;
    out.action = *action;
    Said said;
    readObject(payload, said);
    out.recording = std::move(said.recording);
    out.hostEmail = said.hostEmail;
    return true;
}

bool readRecordingBatchEvent(const JsonObject &payload, QStringView verb, RecordingBatchEvent &out)
{
    const BatchAction *action = actionNamed<BatchAction>(batchActions, verb);
    if (!action)
        return false;
    out.action = *action;
    SaidBatch said;
    payload.optional("object", said);
    out.instances = std::move(said.instances);
    return true;
}

} // namespace lectern::zoom
