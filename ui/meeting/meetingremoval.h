// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meetingdetails.h"
#include "ui/common/prompts.h"

namespace lectern::ui {

/// The question asked before a meeting, or one date of a series, is deleted: what will happen, spelled out.
struct RemovalQuestion
{
    Question question;
    /// What each answer does, in the order of Question::answers.
    struct Answer
    {
        QString occurrenceId; ///< empty: the meeting, or the whole series
        enum class Mail { No, Yes } mail = Mail::No;
    };
    QList<Answer> answers;
};

[[nodiscard]] RemovalQuestion removalQuestion(const models::MeetingDetails &details);

} // namespace lectern::ui
