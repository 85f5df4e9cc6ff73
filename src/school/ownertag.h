// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <variant>

namespace lectern::school {

/// A meeting's owner in words that mean the same on every desktop of the account: codes and e-mails, never
/// row ids.
struct OwnerTag
{
    struct Everyone
    {
        friend bool operator==(const Everyone &, const Everyone &) = default;
    };
    struct Person
    {
        QString email;
        friend bool operator==(const Person &, const Person &) = default;
    };
    struct Course
    {
        QString course;
        QString session; ///< empty: none
        QString group; ///< empty: none
        friend bool operator==(const Course &, const Course &) = default;
    };

    std::variant<Everyone, Person, Course> owner;
    /// Marks the meeting as the fruit of one create of ours, so that a create whose answer was lost is found
    /// again.
    QUuid reference;

    friend bool operator==(const OwnerTag &, const OwnerTag &) = default;
};

/// The name of the account's tracking field that carries the tag.
inline constexpr QStringView ownerTrackingField = u"Lectern";
/// Zoom's limit on an agenda, in UTF-16 code units.
inline constexpr qsizetype maxAgendaLength = 2000;

/// The text form, for the tracking field: `lectern:1;course=BIO-1A;session=2026-AUT;group=G1;ref=<uuid>`,
/// `lectern:1;person=a@b.example`, `lectern:1;everyone`. Values are percent-encoded where they hold `;`, `=`,
/// `%`, `[`, `]`, spaces or control characters.
[[nodiscard]] QString encodeOwnerTag(const OwnerTag &tag);

/// Nothing when the text is not a tag; unknown keys are ignored, so that a later version may add some.
[[nodiscard]] std::optional<OwnerTag> decodeOwnerTag(QStringView text);

struct TaggedAgenda
{
    QString agenda; ///< as a person wrote it
    std::optional<OwnerTag> tag;
};

/// The agenda with the tag in square brackets as its last line. Refused as Invalid, with the count, when the
/// two together pass maxAgendaLength. splitAgenda() gives back exactly what went in, whatever the agenda
/// holds.
[[nodiscard]] Result<QString> joinAgenda(const QString &agenda, const OwnerTag &tag);
[[nodiscard]] TaggedAgenda splitAgenda(const QString &remoteAgenda);

} // namespace lectern::school
