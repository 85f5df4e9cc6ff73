// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"

/// The rules for one field of a meeting each, used by validate(). Empty when the value may be sent; the
/// messages are translated and say what to do.
namespace lectern::school::fields {

/// A form takes time to fill in: a start this recent still counts as now.
inline constexpr std::chrono::seconds startGrace{60};

[[nodiscard]] QList<FieldError> checkTopic(const QString &topic);
[[nodiscard]] QList<FieldError> checkAgenda(const QString &agenda);
[[nodiscard]] QList<FieldError> checkPasscode(const QString &passcode);
[[nodiscard]] QList<FieldError> checkStart(const QDateTime &start, const QDateTime &now);
[[nodiscard]] QList<FieldError> checkDuration(std::chrono::minutes duration);
[[nodiscard]] QList<FieldError> checkTimeZone(const QByteArray &timeZone);
[[nodiscard]] QList<FieldError> checkSettings(const MeetingSettings &settings);

[[nodiscard]] QList<FieldError> refusedType();
[[nodiscard]] QList<FieldError> missingHost();
[[nodiscard]] QList<FieldError> missingRecurrence();
[[nodiscard]] QList<FieldError> unexpectedRecurrence();
[[nodiscard]] QList<FieldError> unexpectedStart();

} // namespace lectern::school::fields
