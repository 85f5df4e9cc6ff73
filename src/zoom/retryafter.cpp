// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/retryafter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace lectern::zoom {

namespace {

QDateTime parseHttpDate(const QString &text)
{
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

QDateTime momentIn(const QByteArray &text, const QDateTime &now)
{
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (isNumber)
        return seconds >= 0 ? now.addSecs(seconds) : QDateTime();
    const QString string = QString::fromLatin1(text);
    if (const QDateTime iso = QDateTime::fromString(string, Qt::ISODateWithMs); iso.isValid())
        return iso.toUTC();
    return parseHttpDate(string);
}

} // namespace

QDateTime parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QDateTime moment = momentIn(value.trimmed(), now);
    return moment.isValid() ? std::min(moment, now.addDays(1)) : moment;
}

QDateTime nextMidnightUtc(const QDateTime &now)
{
    return QDateTime(now.toUTC().date().addDays(1), QTime(0, 0), Qt::UTC);
}

} // namespace lectern::zoom
