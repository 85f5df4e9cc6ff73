// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/meetingdetails.h"

#include "store/database.h"
#include "store/meetinglistrepository.h"
#include "store/meetingrepository.h"

#include <QCoreApplication>

namespace lectern::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::models::MeetingDetails)
};

/// The line a person means: the one they opened, else what is on, else what comes, else what was.
const store::MeetingRow &meantLine(const QList<store::MeetingRow> &lines, const QString &occurrenceId)
{
    for (const store::MeetingRow &line : lines) {
        if (!occurrenceId.isEmpty() && line.occurrenceId == occurrenceId)
            return line;
    }
    for (const auto status : {school::MeetingStatus::Started, school::MeetingStatus::Waiting}) {
        for (const store::MeetingRow &line : lines) {
            if (line.status == status)
                return line;
        }
    }
    return lines.last();
}

} // namespace

Result<MeetingDetails> loadMeetingDetails(store::Database &database, const Clock &clock, MeetingId meeting,
    const QString &occurrenceId, PersonId viewer)
{
    return database.transaction([&]() -> Result<MeetingDetails> {
        auto found = store::MeetingRepository(database, clock).find(meeting);
        if (!found)
            return std::unexpected(found.error());
        auto lines = store::MeetingListRepository(database, clock).rowsFor(meeting, viewer);
        if (!lines)
            return std::unexpected(lines.error());
        if (!*found || lines->isEmpty())
            return failure(ErrorCode::NotFound, Words::tr("This meeting is no longer here."));
        return MeetingDetails{.meeting = **found, .row = meantLine(*lines, occurrenceId), .dates = *lines};
    });
}

} // namespace lectern::models
