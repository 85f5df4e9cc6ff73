// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/editmerge.h"

#include "sync/fieldtext.h"
#include "sync/settingfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using school::Meeting;
using school::MeetingEdit;
using school::MeetingSettings;

template <typename T>
std::optional<T> pick(bool wanted, const T &value)
{
    return wanted ? std::optional<T>(value) : std::nullopt;
}

template <typename T>
void take(std::optional<T> &target, const std::optional<T> &source)
{
    if (source)
        target = source;
}

template <typename T>
void assign(T &target, const std::optional<T> &source)
{
    if (source)
        target = *source;
}

/// Copies what `source` has that `target` lacks, or all that it has when it is the stronger one.
MeetingEdit overlay(MeetingEdit target, const MeetingEdit &source)
{
    take(target.topic, source.topic);
    take(target.owner, source.owner);
    take(target.agenda, source.agenda);
    take(target.start, source.start);
    take(target.duration, source.duration);
    take(target.timeZone, source.timeZone);
    take(target.passcode, source.passcode);
    take(target.settings, source.settings);
    take(target.recurrence, source.recurrence);
    return target;
}

class Merger
{
public:
    Merger(const MeetingEdit &mine, const MeetingEdit &before, const Meeting &theirs)
        : m_mine(mine)
        , m_before(before)
        , m_theirs(theirs)
        , m_zone(QTimeZone(theirs.timeZone))
    { }

    template <typename T, typename Text>
    void field(const QString &name, std::optional<T> MeetingEdit::*member, const T &theirs, Text text)
    {
        const std::optional<T> &mine = m_mine.*member;
        const std::optional<T> &before = m_before.*member;
        if (!mine || *mine == theirs)
            return;
        if (before && *before != theirs)
            m_merge.conflicts.append({name, text(*before), text(*mine), text(theirs)});
        m_merge.toSend.*member = mine;
    }

    void settings()
    {
        if (!m_mine.settings)
            return;
        MeetingSettings merged = m_theirs.settings;
        for (const SettingField &field : settingFields())
            setting(field, merged);
        if (merged != m_theirs.settings)
            m_merge.toSend.settings = merged;
    }

    [[nodiscard]] QTimeZone zone() const { return m_zone.isValid() ? m_zone : QTimeZone::utc(); }
    [[nodiscard]] EditMerge result() const { return m_merge; }

private:
    void setting(const SettingField &field, MeetingSettings &merged)
    {
        const MeetingSettings before = m_before.settings.value_or(m_theirs.settings);
        const bool untouched = field.equal(*m_mine.settings, before);
        if (untouched || field.equal(*m_mine.settings, m_theirs.settings))
            return;
        if (!field.equal(before, m_theirs.settings))
            m_merge.conflicts.append({field.name, field.text(before), field.text(*m_mine.settings),
                field.text(m_theirs.settings)});
        field.copy(*m_mine.settings, merged);
    }

    const MeetingEdit &m_mine;
    const MeetingEdit &m_before;
    const Meeting &m_theirs;
    QTimeZone m_zone;
    EditMerge m_merge;
};

} // namespace

MeetingEdit valuesBefore(const MeetingEdit &edit, const Meeting &meeting)
{
    const bool detailed = meeting.detailFetchedAt.isValid();
    MeetingEdit before;
    before.topic = pick(edit.topic.has_value(), meeting.topic);
    before.owner = pick(edit.owner.has_value(), meeting.owner);
    before.agenda = pick(edit.agenda && detailed, meeting.agenda);
    before.start = pick(edit.start.has_value(), meeting.start);
    before.duration = pick(edit.duration.has_value(), meeting.duration);
    before.timeZone = pick(edit.timeZone.has_value(), meeting.timeZone);
    before.passcode = pick(edit.passcode && detailed, meeting.passcode);
    before.settings = pick(edit.settings && detailed, meeting.settings);
    if (edit.recurrence && detailed)
        before.recurrence = meeting.recurrence;
    return before;
}

void applyEdit(Meeting &meeting, const MeetingEdit &edit)
{
    assign(meeting.topic, edit.topic);
    assign(meeting.owner, edit.owner);
    assign(meeting.agenda, edit.agenda);
    assign(meeting.start, edit.start);
    assign(meeting.duration, edit.duration);
    assign(meeting.timeZone, edit.timeZone);
    assign(meeting.passcode, edit.passcode);
    assign(meeting.settings, edit.settings);
    if (edit.recurrence)
        meeting.recurrence = edit.recurrence;
}

void applyEdit(Meeting &meeting, const QString &occurrenceId, const MeetingEdit &edit)
{
    if (occurrenceId.isEmpty()) {
        applyEdit(meeting, edit);
        return;
    }
    for (school::Occurrence &occurrence : meeting.occurrences) {
        if (occurrence.id != occurrenceId)
            continue;
        assign(occurrence.start, edit.start);
        assign(occurrence.duration, edit.duration);
    }
}

bool narrowToOccurrence(Meeting &series, const QString &occurrenceId)
{
    for (const school::Occurrence &occurrence : series.occurrences) {
        if (occurrence.id != occurrenceId || occurrence.status == school::Occurrence::Status::Deleted)
            continue;
        series.start = occurrence.start;
        series.duration = occurrence.duration;
        return true;
    }
    return false;
}

MeetingEdit coalesced(MeetingEdit earlier, const MeetingEdit &later)
{
    return overlay(std::move(earlier), later);
}

MeetingEdit coalescedBefore(const MeetingEdit &earlier, const MeetingEdit &later)
{
    return overlay(later, earlier);
}

EditMerge mergeEdit(const MeetingEdit &mine, const MeetingEdit &before, const Meeting &theirs,
    const std::function<QString(const school::Owner &)> &ownerText)
{
    Merger merger(mine, before, theirs);
    const QTimeZone zone = merger.zone();
    const auto asIs = [](const QString &text) { return text; };
    merger.field(u"topic"_s, &MeetingEdit::topic, theirs.topic, asIs);
    merger.field(u"owner"_s, &MeetingEdit::owner, theirs.owner, ownerText);
    merger.field(u"agenda"_s, &MeetingEdit::agenda, theirs.agenda, asIs);
    merger.field(u"start"_s, &MeetingEdit::start, theirs.start,
        [zone](const QDateTime &start) { return momentText(start, zone); });
    merger.field(u"duration"_s, &MeetingEdit::duration, theirs.duration, durationText);
    merger.field(u"timeZone"_s, &MeetingEdit::timeZone, theirs.timeZone, zoneText);
    merger.field(u"passcode"_s, &MeetingEdit::passcode, theirs.passcode, asIs);
    merger.settings();
    if (mine.recurrence && theirs.recurrence)
        merger.field(u"recurrence"_s, &MeetingEdit::recurrence, *theirs.recurrence, recurrenceText);
    EditMerge merge = merger.result();
    if (mine.recurrence && !theirs.recurrence)
        merge.toSend.recurrence = mine.recurrence;
    return merge;
}

} // namespace lectern::sync
