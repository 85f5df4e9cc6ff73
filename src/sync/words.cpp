// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace lectern::sync {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::Words)
};

} // namespace

Error closing()
{
    return {.code = ErrorCode::Cancelled,
        .message = Words::tr("Lectern is closing; what was not sent yet is sent the next time.")};
}

Error unknownMeeting()
{
    return {.code = ErrorCode::Invalid, .message = Words::tr("This meeting is not in Lectern any more.")};
}

Error unknownChange()
{
    return {.code = ErrorCode::Invalid,
        .message = Words::tr("This change is not waiting any more: it was sent or discarded.")};
}

Error notAtZoomYet()
{
    return {.code = ErrorCode::Unsupported,
        .message =
            Words::tr("Zoom does not know this meeting yet. It can be entered as soon as it was sent.")};
}

Error goneAtZoom()
{
    return {.code = ErrorCode::NotFound,
        .message = Words::tr("This meeting is gone: it was deleted at Zoom, or its number has expired.")};
}

Error goneDate()
{
    return {.code = ErrorCode::NotFound,
        .message =
            Words::tr("This date is no longer in the series. Discard the change, and look at the dates.")};
}

Error missingSecret(const Error &cause)
{
    return {.code = ErrorCode::Keyring,
        .message =
            Words::tr("The account's secret is not in the keyring any more. Connect the account again."),
        .detail = cause.message};
}

Error refused(const QList<FieldError> &fields)
{
    QStringList reasons;
    for (const FieldError &field : fields)
        reasons.append(field.message);
    return {.code = ErrorCode::Invalid, .message = reasons.join(u' '), .fields = fields};
}

} // namespace lectern::sync
