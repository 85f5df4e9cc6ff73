// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/meetingbody.h"

#include "zoom/schooljson.h"
#include "zoom/text.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <string_view>

namespace lectern::zoom {

namespace {

using nlohmann::json;
using school::hasFixedTime;
using school::Meeting;
using school::MeetingDraft;
using school::MeetingEdit;
using school::MeetingSettings;
using school::MeetingType;

/// What Zoom changes for one date of a series; the other settings belong to the series.
constexpr std::array<std::string_view, 6> occurrenceSettings{"host_video", "participant_video",
    "join_before_host", "mute_upon_entry", "waiting_room", "auto_recording"};

/// Local time without an offset where the zone is known; UTC where it is not, or where the clock shows that
/// local time twice and Zoom would take the other one.
json startJson(const QDateTime &start, const QByteArray &timeZone)
{
    // An empty name would mean this computer's zone.
    const QTimeZone zone = timeZone.isEmpty() ? QTimeZone() : QTimeZone(timeZone);
    if (!zone.isValid())
        return toJson(start);
    const QDateTime local = start.toTimeZone(zone);
    if (QDateTime(local.date(), local.time(), zone) != start)
        return toJson(start);
    return toJson(local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
}

void putTime(json &out, const QDateTime &start, const QByteArray &timeZone)
{
    out["start_time"] = startJson(start, timeZone);
    if (!timeZone.isEmpty())
        out["timezone"] = timeZone.toStdString();
}

void putOwner(json &out, const OwnerOnWire &owner)
{
    if (owner.agenda)
        out["agenda"] = toJson(*owner.agenda);
    for (const TrackingValue &value : owner.trackingFields)
        out["tracking_fields"].push_back({{"field", toJson(value.field)}, {"value", toJson(value.value)}});
}

json changedSettings(const MeetingSettings &settings, const MeetingSettings &before)
{
    const json old = toJson(before);
    json changed = json::object();
    const json all = toJson(settings);
    for (const auto &[key, value] : all.items()) {
        if (old.at(key) != value)
            changed[key] = value;
    }
    return changed;
}

bool changesSchedule(const MeetingEdit &edit)
{
    return edit.start || edit.timeZone || edit.duration || edit.recurrence;
}

void putSchedule(json &out, const MeetingEdit &edit, const Meeting &before)
{
    if (edit.duration)
        out["duration"] = edit.duration->count();
    const QByteArray timeZone = edit.timeZone.value_or(before.timeZone);
    const QDateTime start = edit.start.value_or(before.start);
    const bool isSeriesWithTime = school::isSeries(before.type) && hasFixedTime(before.type);
    if ((edit.start || edit.timeZone || isSeriesWithTime) && start.isValid())
        putTime(out, start, timeZone);
    const std::optional<school::Recurrence> recurrence =
        edit.recurrence ? edit.recurrence : before.recurrence;
    if (recurrence && (edit.recurrence || isSeriesWithTime))
        out["recurrence"] = toJson(*recurrence);
}

void refuse(QList<FieldError> &fields, const char *name)
{
    fields.append(FieldError{.field = QString::fromLatin1(name), .message = Text::notForOneDate()});
}

QList<FieldError> refusedForOccurrence(const MeetingEdit &edit, const json &settings)
{
    QList<FieldError> fields;
    if (edit.topic)
        refuse(fields, "topic");
    if (edit.owner)
        refuse(fields, "owner");
    if (edit.timeZone)
        refuse(fields, "timeZone");
    if (edit.passcode)
        refuse(fields, "passcode");
    if (edit.recurrence)
        refuse(fields, "recurrence");
    for (const auto &[key, value] : settings.items()) {
        if (std::ranges::find(occurrenceSettings, key) == occurrenceSettings.end())
            refuse(fields, ("settings." + key).c_str());
    }
    return fields;
}

} // namespace

QByteArray encodeMeetingCreate(const MeetingDraft &draft, const OwnerOnWire &owner)
{
    json out{{"topic", toJson(draft.topic)}, {"type", int(draft.type)}, {"settings", toJson(draft.settings)}};
    if (draft.type != MeetingType::Recurring && draft.type != MeetingType::RecurringWebinar)
        out["settings"].erase("registration_type");
    if (hasFixedTime(draft.type)) {
        putTime(out, draft.start, draft.timeZone);
        out["duration"] = draft.duration.count();
    } else if (!draft.timeZone.isEmpty()) {
        out["timezone"] = draft.timeZone.toStdString();
    }
    if (!draft.passcode.isEmpty())
        out["password"] = toJson(draft.passcode);
    if (draft.recurrence && draft.type != MeetingType::RecurringNoFixedTime)
        out["recurrence"] = toJson(*draft.recurrence);
    putOwner(out, owner);
    return dumpJson(out);
}

QByteArray encodeMeetingUpdate(const MeetingEdit &edit, const Meeting &before, const OwnerOnWire &owner)
{
    json out = json::object();
    if (edit.topic)
        out["topic"] = toJson(*edit.topic);
    if (edit.passcode)
        out["password"] = toJson(*edit.passcode);
    if (changesSchedule(edit))
        putSchedule(out, edit, before);
    if (edit.settings) {
        const json changed = changedSettings(*edit.settings, before.settings);
        if (!changed.empty())
            out["settings"] = changed;
    }
    putOwner(out, owner);
    return dumpJson(out);
}

Result<QByteArray> encodeOccurrenceUpdate(
    const MeetingEdit &edit, const Meeting &before, const OwnerOnWire &owner)
{
    const json settings = edit.settings ? changedSettings(*edit.settings, before.settings) : json::object();
    const QList<FieldError> refused = refusedForOccurrence(edit, settings);
    if (!refused.isEmpty())
        return std::unexpected(
            Error{.code = ErrorCode::Invalid, .message = Text::notForOneDate(), .fields = refused});
    json out = json::object();
    if (owner.agenda)
        out["agenda"] = toJson(*owner.agenda);
    if (edit.start)
        out["start_time"] = toJson(*edit.start);
    if (edit.duration)
        out["duration"] = edit.duration->count();
    if (!settings.empty())
        out["settings"] = settings;
    return dumpJson(out);
}

} // namespace lectern::zoom
