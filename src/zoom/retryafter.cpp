// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/retryafter.h"

#include <QLocale>
#include <QTimeZone>

namespace lectern::zoom {

namespace {

QDateTime parseHttpDate(const QString &text)
{
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace

QDateTime parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
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

QDateTime nextMidnightUtc(const QDateTime &now)
{
    return QDateTime(now.toUTC().date().addDays(1), QTime(0, 0), Qt::UTC);
}

} // namespace lectern::zoom
