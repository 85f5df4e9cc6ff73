// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/choicebox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace lectern::ui {

namespace {

constexpr int manyChoices = 15;

void completeAnyPart(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    QCompleter *completer = box->completer();
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
}

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setMaxVisibleItems(14);
    connect(this, &QComboBox::activated, this, &ChoiceBox::chosen);
}

void ChoiceBox::setChoices(const QStringList &texts)
{
    const QSignalBlocker quiet(this);
    clear();
    addItems(texts);
    for (int row = 0; row < count(); ++row)
        setItemData(row, itemText(row), Qt::ToolTipRole);
    if (count() > manyChoices && !isEditable()) {
        completeAnyPart(this);
        connect(lineEdit(), &QLineEdit::editingFinished, this, &ChoiceBox::settleTyped);
    }
    setCurrentIndex(-1);
}

void ChoiceBox::chooseGone(const QString &text)
{
    const QSignalBlocker quiet(this);
    addItem(text);
    setCurrentIndex(count() - 1);
}

void ChoiceBox::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    if (isEditable() && event->reason() != Qt::PopupFocusReason)
        settleTyped();
}

int ChoiceBox::typedIndex() const
{
    const QString typed = lineEdit()->text().trimmed();
    const int exact = findText(typed, Qt::MatchFixedString);
    if (exact >= 0 || typed.isEmpty())
        return exact;
    QList<int> found;
    for (int row = 0; row < count(); ++row) {
        if (itemText(row).contains(typed, Qt::CaseInsensitive))
            found.append(row);
    }
    return found.size() == 1 ? found.first() : -1;
}

void ChoiceBox::settleTyped()
{
    if (lineEdit()->text() == itemText(currentIndex()))
        return;
    const int index = typedIndex();
    if (index >= 0 && index != currentIndex()) {
        setCurrentIndex(index);
        Q_EMIT chosen(index);
    }
    lineEdit()->setText(itemText(currentIndex()));
    lineEdit()->setCursorPosition(0);
}

} // namespace lectern::ui
