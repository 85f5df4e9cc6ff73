// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meetingremoval.h"

#include "school/meetingwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace lectern::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::RemovalQuestion)
};

using Mail = RemovalQuestion::Answer::Mail;

void addAnswer(RemovalQuestion &removal, const QString &words, const QString &occurrenceId, Mail mail)
{
    removal.question.answers.append(words);
    removal.answers.append({occurrenceId, mail});
}

/// The meeting as a whole; where people registered, with a choice of mailing them.
void addWholeAnswers(
    RemovalQuestion &removal, const store::MeetingRow &row, const QString &plain, const QString &mailing)
{
    if (row.registrantsApproved + row.registrantsPending > 0)
        addAnswer(removal, mailing, {}, Mail::Yes);
    addAnswer(removal, plain, {}, Mail::No);
}

} // namespace

RemovalQuestion removalQuestion(const models::MeetingDetails &details)
{
    const store::MeetingRow &row = details.row;
    RemovalQuestion removal;
    removal.question.weight = Question::Weight::Destructive;
    removal.question.title = Words::tr("Delete “%1”?").arg(row.topic);
    if (row.zoomId == 0) {
        removal.question.text = Words::tr("Zoom was never told of it, so it is only forgotten here.");
        addAnswer(removal, Words::tr("Delete meeting"), {}, Mail::No);
        return removal;
    }
    const bool isOneOfMany = details.dates.size() > 1 && !row.occurrenceId.isEmpty();
    QStringList consequences{isOneOfMany
            ? Words::tr(
                  "Deleting only this date leaves the other dates and the link as they are. Deleting all "
                  "dates deletes the series at Zoom, and its link stops working. Recordings stay.")
            : Words::tr("It is deleted at Zoom, and its link stops working. Recordings stay, "
                        "and Zoom keeps the meeting in its trash for a while.")};
    const int registered = row.registrantsApproved + row.registrantsPending;
    if (registered > 0)
        consequences.append(Words::tr("%n person(s) registered.", nullptr, registered));
    removal.question.text = consequences.join(u' ');
    if (isOneOfMany) {
        const QString day = QLocale().toString(
            row.start.toTimeZone(QTimeZone::systemTimeZone()).date(), QLocale::ShortFormat);
        addAnswer(removal, Words::tr("Delete only %1", "date").arg(day), row.occurrenceId, Mail::No);
        addWholeAnswers(
            removal, row, Words::tr("Delete all dates"), Words::tr("Delete all dates and tell people"));
    } else {
        addWholeAnswers(removal, row, Words::tr("Delete meeting"), Words::tr("Delete and tell people"));
    }
    return removal;
}

} // namespace lectern::ui
