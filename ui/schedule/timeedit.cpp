// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/timeedit.h"

#include <QLocale>

namespace lectern::ui {

namespace {

constexpr int minuteStep = 5;

QString timeFormat(const QLocale &locale)
{
    // The C locale's short format has seconds.
    return locale.language() == QLocale::C ? QStringLiteral("HH:mm")
                                           : locale.timeFormat(QLocale::ShortFormat);
}

} // namespace

TimeEdit::TimeEdit(QWidget *parent)
    : QTimeEdit(parent)
{
    setDisplayFormat(timeFormat(locale()));
    setWrapping(true);
}

void TimeEdit::stepBy(int steps)
{
    if (currentSection() != MinuteSection) {
        QTimeEdit::stepBy(steps);
        return;
    }
    const int minutes = time().hour() * 60 + time().minute();
    const int grid = steps > 0 ? minutes / minuteStep : (minutes + minuteStep - 1) / minuteStep;
    const int day = 24 * 60;
    const int moved = (((grid + steps) * minuteStep) % day + day) % day;
    setTime(QTime(moved / 60, moved % 60));
    setSelectedSection(MinuteSection);
}

} // namespace lectern::ui
