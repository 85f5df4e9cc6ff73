// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"

// Cloud recording while the meeting is on. What becomes of it afterwards: media/recording.h.
namespace lectern::sandbox {
namespace {

using State = Instance::Recording;

struct Step
{
    const char *event;
    State next;
};

/// Nothing where the action makes no sense in that state.
std::optional<Step> stepOf(State now, RecordingAction action)
{
    const bool begun = now == State::Running || now == State::Paused;
    switch (action) {
    case RecordingAction::Start:
        return begun ? std::nullopt : std::optional(Step{"recording.started", State::Running});
    case RecordingAction::Pause:
        return now == State::Running ? std::optional(Step{"recording.paused", State::Paused}) : std::nullopt;
    case RecordingAction::Resume:
        return now == State::Paused ? std::optional(Step{"recording.resumed", State::Running}) : std::nullopt;
    case RecordingAction::Stop:
        return begun ? std::optional(Step{"recording.stopped", State::Done}) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

bool controlRecording(World &world, MeetingState &meeting, RecordingAction action)
{
    const auto step = meeting.live ? stepOf(meeting.live->recording, action) : std::nullopt;
    if (!step)
        return false;
    Instance &instance = *meeting.live;
    instance.recording = step->next;
    if (action == RecordingAction::Start)
        instance.recordingStart = world.clock.now();
    const bool running = step->next == State::Running;
    json object = liveEventObject(meeting);
    object["id"] = meeting.document["id"]; // a number, as in all recording.* events
    object["recording_file"] = {{"recording_start", formatUtc(instance.recordingStart)},
        {"recording_end", running ? "" : formatUtc(world.clock.now())}};
    world.emitEvent(step->event, {{"object", std::move(object)}});
    return true;
}

} // namespace lectern::sandbox
