// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/durationinput.h"

#include <QRegularExpression>

#include <cmath>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// Far beyond what Zoom takes, and far from an overflow.
constexpr int longestHours = 1000;

std::optional<std::chrono::minutes> hoursAndMinutes(const QString &text)
{
    static const QRegularExpression clock(u"^(\\d{1,4}) *(?:h[a-z]*|:) *(?:(\\d{1,2}) *(?:m[a-z]*)?)?$"_s);
    const QRegularExpressionMatch match = clock.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return std::chrono::minutes(match.captured(1).toInt() * 60 + match.captured(2).toInt());
}

std::optional<std::chrono::minutes> partsOfHours(QString text)
{
    static const QRegularExpression decimal(u"^(\\d{1,4}[.,]\\d{1,2}) *h[a-z]*$"_s);
    const QRegularExpressionMatch match = decimal.match(text.replace(u',', u'.'));
    if (!match.hasMatch())
        return std::nullopt;
    return std::chrono::minutes(std::lround(match.captured(1).toDouble() * 60));
}

std::optional<std::chrono::minutes> bareMinutes(const QString &text)
{
    static const QRegularExpression minutes(u"^(\\d{1,5}) *(?:m[a-z]*|')?$"_s);
    const QRegularExpressionMatch match = minutes.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return std::chrono::minutes(match.captured(1).toInt());
}

} // namespace

std::optional<std::chrono::minutes> parseDuration(QStringView text)
{
    // Without a translation, plurals are shown as "minute(s)": what is shown must be readable.
    // French puts no-break spaces between a number and its unit.
    QString plain = text.toString().simplified().toLower().remove(u'(').remove(u')');
    while (plain.endsWith(u'.'))
        plain.chop(1);
    for (const auto read : {bareMinutes, hoursAndMinutes}) {
        if (const auto found = read(plain); found && *found <= std::chrono::hours(longestHours))
            return found;
    }
    return partsOfHours(plain);
}

} // namespace lectern::ui
