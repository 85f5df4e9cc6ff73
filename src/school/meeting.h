// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"
#include "school/owner.h"
#include "school/recurrence.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace lectern::school {

/// Zoom's meeting and webinar types; the values are Zoom's.
enum class MeetingType {
    Unknown = 0,
    Instant = 1,
    Scheduled = 2,
    RecurringNoFixedTime = 3,
    PersonalRoom = 4,
    Webinar = 5,
    RecurringWebinarNoFixedTime = 6,
    Recurring = 8,
    RecurringWebinar = 9,
    ScreenShareOnly = 10,
};

[[nodiscard]] bool isSeries(MeetingType type);
[[nodiscard]] bool isWebinar(MeetingType type);
/// True for the types that carry a start and a duration.
[[nodiscard]] bool hasFixedTime(MeetingType type);

enum class MeetingStatus {
    Waiting, ///< scheduled, nobody has started it
    Started,
    Ended, ///< its time is over, or Zoom said that it ended and no occurrence is left
    Deleted, ///< Zoom said so; kept as a tombstone
};

enum class Approval { Automatic = 0, Manual = 1, NoRegistration = 2 };
enum class RegistrationScope { OnceForAll = 1, EachOccurrence = 2, ChooseOccurrences = 3 };
enum class AutoRecording { None, Local, Cloud };

/// The settings Lectern shows and edits; what else Zoom keeps travels untouched.
struct MeetingSettings
{
    Approval approval = Approval::NoRegistration;
    RegistrationScope registrationScope = RegistrationScope::OnceForAll;
    AutoRecording autoRecording = AutoRecording::None;
    /// A waiting room switches joinBeforeHost off at Zoom.
    bool waitingRoom = false;
    bool joinBeforeHost = false;
    /// How long before the start people may join without the host: 0 (any time), 5, 10 or 15 minutes.
    std::chrono::minutes joinBeforeHostTime{0};
    bool hostVideo = false;
    bool participantVideo = false;
    bool muteUponEntry = false;
    QStringList alternativeHosts = {}; ///< e-mails

    friend bool operator==(const MeetingSettings &, const MeetingSettings &) = default;
};

/// A meeting as the local store holds it.
struct Meeting
{
    MeetingId id = {};
    /// Zoom's number; 0 until Zoom was told of the meeting.
    qint64 zoomId = 0;
    /// Zoom's UUID of the latest instance; empty while unknown.
    QString uuid = {};
    MeetingType type = MeetingType::Scheduled;
    Owner owner = {};
    QString topic = {};
    QString agenda = {}; ///< without the owner tag
    QString hostZoomUserId = {};
    QString hostEmail = {};
    QDateTime start = {}; ///< UTC; invalid for types without a fixed time
    std::chrono::minutes duration{60};
    QByteArray timeZone = {}; ///< IANA
    MeetingStatus status = MeetingStatus::Waiting;
    QDateTime startedAt = {}; ///< UTC, of the running instance; invalid when unknown
    QString joinUrl = {};
    QString registrationUrl = {};
    QString passcode = {};
    MeetingSettings settings = {};
    std::optional<Recurrence> recurrence = {};
    QList<Occurrence> occurrences = {};
    QDateTime createdAt = {}; ///< UTC
    /// When settings, status and occurrences were last read from Zoom (UTC); invalid: only the list row is
    /// known.
    QDateTime detailFetchedAt = {};

    friend bool operator==(const Meeting &, const Meeting &) = default;
};

/// What a person asks for when scheduling.
struct MeetingDraft
{
    MeetingType type = MeetingType::Scheduled;
    Owner owner = {};
    QString topic = {};
    QString agenda = {};
    QString hostZoomUserId = {};
    QDateTime start = {}; ///< UTC; ignored for Instant and RecurringNoFixedTime
    std::chrono::minutes duration{60};
    QByteArray timeZone = {};
    QString passcode = {}; ///< empty: Zoom chooses one
    MeetingSettings settings = {};
    std::optional<Recurrence> recurrence = {};
};

/// What a person changed; only the fields that are set are sent.
struct MeetingEdit
{
    std::optional<QString> topic = {};
    std::optional<Owner> owner = {};
    std::optional<QString> agenda = {};
    std::optional<QDateTime> start = {};
    std::optional<std::chrono::minutes> duration = {};
    std::optional<QByteArray> timeZone = {};
    std::optional<QString> passcode = {};
    std::optional<MeetingSettings> settings = {};
    std::optional<Recurrence> recurrence = {};

    [[nodiscard]] bool isEmpty() const;
};

/// The limits Zoom sets on what a person types (reference 3.2).
inline constexpr qsizetype maxTopicLength = 200;
inline constexpr qsizetype maxPasscodeLength = 10;
inline constexpr std::chrono::minutes maxDuration{24 * 60};

/// Every reason why Zoom or Lectern would refuse this, each naming its field; empty when it may be sent.
/// The field names are those of MeetingDraft.
[[nodiscard]] QList<FieldError> validate(const MeetingDraft &draft, const QDateTime &now);
/// The same for an edit of an existing meeting.
[[nodiscard]] QList<FieldError> validate(
    const MeetingEdit &edit, const Meeting &before, const QDateTime &now);

} // namespace lectern::school
