// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/schooljson.h"

#include <algorithm>

namespace lectern::zoom {

namespace {

using school::Recurrence;

/// Zoom counts week days from Sunday = 1, Qt from Monday = 1.
int zoomWeekDay(Qt::DayOfWeek day)
{
    return int(day) % 7 + 1;
}

std::optional<Qt::DayOfWeek> weekDayOf(int zoomDay)
{
    if (zoomDay < 1 || zoomDay > 7)
        return {};
    return zoomDay == 1 ? Qt::Sunday : Qt::DayOfWeek(zoomDay - 1);
}

void readUnit(const JsonObject &in, Recurrence &out)
{
    int type = 0;
    in.required("type", type);
    if (type >= 1 && type <= 3)
        out.unit = Recurrence::Unit(type);
    else if (const nlohmann::json *found = in.find("type"))
        JsonValue(*found, in.value(), "type").fail(QStringLiteral("no known kind of recurrence"));
}

void readWeekDays(const JsonObject &in, Recurrence &out)
{
    QString days;
    in.optional("weekly_days", days);
    for (const QString &text : days.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<Qt::DayOfWeek> day = weekDayOf(text.trimmed().toInt());
        if (!day)
            return JsonValue(*in.find("weekly_days"), in.value(), "weekly_days")
                .fail(QStringLiteral("not a list of week days"));
        if (!out.weekDays.contains(*day))
            out.weekDays.append(*day);
    }
    std::ranges::sort(out.weekDays);
}

void readMonthly(const JsonObject &in, Recurrence &out)
{
    int weekDay = 0;
    in.optional("monthly_day", out.monthDay);
    in.optional("monthly_week", out.monthWeek);
    in.optional("monthly_week_day", weekDay);
    if (const std::optional<Qt::DayOfWeek> day = weekDayOf(weekDay))
        out.monthWeekDay = *day;
    if (out.monthWeek != 0)
        out.monthDay = 0;
}

void readEnd(const JsonObject &in, Recurrence &out)
{
    QDateTime until;
    int times = 1;
    in.optional("end_date_time", until);
    in.optional("end_times", times);
    if (until.isValid())
        out.end = until;
    else
        out.end = times;
}

nlohmann::json weekDaysJson(const QList<Qt::DayOfWeek> &days)
{
    QList<int> numbers;
    for (const Qt::DayOfWeek day : days)
        numbers.append(zoomWeekDay(day));
    std::ranges::sort(numbers);
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return toJson(texts.join(u','));
}

} // namespace

void read(const JsonObject &in, Recurrence &out)
{
    readUnit(in, out);
    in.optional("repeat_interval", out.interval);
    if (out.unit == Recurrence::Unit::Weekly)
        readWeekDays(in, out);
    if (out.unit == Recurrence::Unit::Monthly)
        readMonthly(in, out);
    readEnd(in, out);
}

nlohmann::json toJson(const Recurrence &recurrence)
{
    nlohmann::json out{{"type", int(recurrence.unit)}, {"repeat_interval", recurrence.interval}};
    if (recurrence.unit == Recurrence::Unit::Weekly && !recurrence.weekDays.isEmpty())
        out["weekly_days"] = weekDaysJson(recurrence.weekDays);
    if (recurrence.unit == Recurrence::Unit::Monthly && recurrence.monthWeek != 0) {
        out["monthly_week"] = recurrence.monthWeek;
        out["monthly_week_day"] = zoomWeekDay(recurrence.monthWeekDay);
    } else if (recurrence.unit == Recurrence::Unit::Monthly) {
        out["monthly_day"] = recurrence.monthDay;
    }
    if (const auto *until = std::get_if<QDateTime>(&recurrence.end))
        out["end_date_time"] = toJson(*until);
    else
        out["end_times"] = std::get<int>(recurrence.end);
    return out;
}

void read(const JsonObject &in, school::Occurrence &out)
{
    QString status;
    in.required("occurrence_id", out.id);
    in.required("start_time", out.start);
    in.optional("duration", out.duration);
    in.optional("status", status);
    out.status =
        status == u"deleted" ? school::Occurrence::Status::Deleted : school::Occurrence::Status::Available;
}

} // namespace lectern::zoom
