// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/durationbox.h"

#include "school/meetingwords.h"
#include "ui/schedule/durationinput.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace lectern::ui {

DurationBox::DurationBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr);
    for (const int minutes : {15, 30, 45, 50, 60, 75, 90, 120, 180})
        addItem(school::durationText(std::chrono::minutes(minutes), locale()));
    connect(this, &QComboBox::editTextChanged, this, &DurationBox::edited);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &DurationBox::settle);
}

void DurationBox::setDuration(std::chrono::minutes duration)
{
    const QSignalBlocker quiet(this);
    const QString text = school::durationText(duration, locale());
    setCurrentIndex(findText(text));
    setEditText(text);
}

std::optional<std::chrono::minutes> DurationBox::duration() const
{
    return parseDuration(currentText());
}

/// Writes what was meant in words, so that a person sees how "90" was read.
void DurationBox::settle()
{
    if (const auto meant = duration(); meant && *meant > std::chrono::minutes(0))
        setDuration(*meant);
}

} // namespace lectern::ui
