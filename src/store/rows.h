// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "school/course.h"
#include "school/entry.h"
#include "school/meeting.h"
#include "school/person.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace lectern::store {

/// How far the person's own changes to a meeting have come.
enum class PendingState {
    None,
    Waiting, ///< not sent yet
    Sending,
    Failed, ///< refused by Zoom, or given up; needs a person
    Conflict, ///< both sides changed the same field; needs a person
};

/// One line of a list of meetings: a meeting, or one date of a series.
struct MeetingRow
{
    MeetingId meeting;
    QString occurrenceId; ///< empty unless this is one date of a series
    qint64 zoomId = 0;
    school::MeetingType type = school::MeetingType::Scheduled;
    school::MeetingKind kind = school::MeetingKind::User;
    school::MeetingStatus status = school::MeetingStatus::Waiting;
    QString topic;
    QDateTime start; ///< UTC, of this line; invalid without a fixed time
    std::chrono::minutes duration{0};
    QByteArray timeZone;
    QDateTime startedAt; ///< UTC; invalid unless started
    QString courseCode, courseTitle; ///< empty unless a course meeting
    QString sessionTitle, groupTitle; ///< empty where none
    QString ownerName; ///< of a user meeting
    QString hostZoomUserId, hostName, hostEmail;
    int occurrencesLeft = 0; ///< of a series, this line's included
    int registrantsApproved = 0, registrantsPending = 0;
    int audience = 0; ///< learners enrolled in what owns the meeting
    int participantsHere = 0; ///< of the running instance
    int recordings = 0;
    /// Another meeting of the same host takes some of this line's time; both are live or to come.
    bool clashes = false;
    /// The school's common room while it is disabled.
    bool isClosed = false;
    PendingState pending = PendingState::None;
    school::MeetingSettings settings;
    /// The viewer's standing; meaningful only when MeetingQuery::viewer was given.
    school::Standing standing;

    [[nodiscard]] school::EntryFacts entryFacts() const;

    friend bool operator==(const MeetingRow &, const MeetingRow &);
};

enum class MeetingColumn { Start, Topic, Course, Host, Kind, Status, Duration, Registrants };

/// Which lines of meetings, for whom, in what order, and which page of them.
struct MeetingQuery
{
    /// Whose standing is wanted with each line.
    std::optional<PersonId> viewer;
    /// Only what the viewer may see: their courses (teaching or enrolled), what they host or own, and what is
    /// for all.
    enum class Scope { Everything, ViewersOwn } scope = Scope::Everything;
    std::optional<school::MeetingKind> kind;
    std::optional<CourseId> course;
    std::optional<SessionId> session;
    std::optional<PersonId> owner; ///< user meetings of this person
    QString hostZoomUserId; ///< empty: any
    QList<school::MeetingStatus> statuses; ///< empty: all but Deleted
    QDateTime from, to; ///< UTC; lines whose time overlaps [from, to); invalid: open
    /// Whether lines without a fixed time (types 1, 3, 4) are wanted besides those in the period.
    enum class Unscheduled { Include, Exclude } unscheduled = Unscheduled::Include;
    /// A series as one line (its next date, or its last), or a line for each date.
    enum class Series { OneLine, EachDate } series = Series::EachDate;
    QString text; ///< in topic, course, host, Zoom number; every word must match; empty: any
    MeetingColumn sortBy = MeetingColumn::Start;
    Qt::SortOrder order = Qt::AscendingOrder;
    int limit = 200;
    int offset = 0;
};

struct CourseRow
{
    school::Course course;
    int learners = 0;
    int upcomingMeetings = 0;
    QList<school::Session> sessions = {};
    QList<school::Group> groups = {};

    friend bool operator==(const CourseRow &, const CourseRow &) = default;
};

struct RegistrantRow
{
    RegistrantId id;
    MeetingId meeting;
    QString zoomRegistrantId;
    QString name, email;
    enum class Status { Approved, Pending, Denied, Cancelled } status = Status::Approved;
    QDateTime registeredAt; ///< UTC
    QString joinUrl; ///< personal; empty while pending
    std::optional<PersonId> person; ///< matched by e-mail
    QString
        knownAs; ///< the matched person's role and group in words the model translates; group code or empty

    friend bool operator==(const RegistrantRow &, const RegistrantRow &) = default;
};

struct RecordingFileRow
{
    QString zoomFileId;
    QString fileType; ///< Zoom's word: MP4, M4A, TRANSCRIPT, CHAT …
    QString recordingType; ///< Zoom's word: shared_screen_with_speaker_view, audio_only …
    qint64 sizeBytes = 0;
    QDateTime start, end; ///< UTC
    enum class Status { Completed, Processing } status = Status::Completed;
    QString playUrl;

    friend bool operator==(const RecordingFileRow &, const RecordingFileRow &) = default;
};

struct RecordingRow
{
    RecordingId id;
    MeetingId meeting;
    QString instanceUuid;
    QString topic;
    QDateTime start; ///< UTC
    std::chrono::minutes duration{0};
    qint64 totalSizeBytes = 0;
    QString shareUrl;
    QString courseCode, hostName, hostEmail;
    QList<RecordingFileRow> files = {};

    friend bool operator==(const RecordingRow &, const RecordingRow &) = default;
};

/// One thing a person did that Zoom must still be told.
struct ChangeRow
{
    ChangeId id;
    MeetingId meeting;
    QString meetingTopic;
    enum class Kind { Create, Update, Delete, End, Register } kind = Kind::Update;
    QString occurrenceId;
    QDateTime createdAt; ///< UTC
    int attempts = 0;
    QDateTime nextAttemptAt; ///< UTC; invalid: as soon as possible
    PendingState state = PendingState::Waiting;
    /// Why it failed or is waiting, translated; empty when it was not tried.
    QString problem;
    QString problemDetail;
    /// What both sides changed differently; empty unless state is Conflict.
    struct FieldConflict
    {
        QString field;
        QString before, mine, theirs;

        friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
    };
    QList<FieldConflict> conflicts = {};

    friend bool operator==(const ChangeRow &, const ChangeRow &) = default;
};

} // namespace lectern::store
