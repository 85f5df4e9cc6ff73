// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filters/filterbox.h"

#include "ui/style/tokens.h"

#include <QAbstractItemView>
#include <QScrollBar>
#include <QSignalBlocker>

namespace lectern::ui {

namespace {

constexpr int shownLetters = 13;
constexpr int popupRows = 16;
constexpr int widestPopup = 460;

} // namespace

FilterBox::FilterBox(const QString &name, const QString &any, QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(name);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(shownLetters);
    setMaxVisibleItems(popupRows);
    addItem(any);
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        setToolTip(isNarrowing() ? currentText() : QString());
        Q_EMIT chosenChanged();
    });
}

void FilterBox::setChoices(const QList<Choice> &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    const Choice kept{currentText(), chosen()};
    const QSignalBlocker blocker(this);
    while (count() > 1)
        removeItem(count() - 1);
    for (const Choice &choice : choices)
        addItem(choice.words, choice.value);
    if (!kept.value.isValid())
        return;
    if (findData(kept.value) < 0)
        addItem(kept.words, kept.value);
    setCurrentIndex(findData(kept.value));
}

/// As wide as its longest words need, whatever the width of the box.
void FilterBox::showPopup()
{
    const int wanted =
        view()->sizeHintForColumn(0) + view()->verticalScrollBar()->sizeHint().width() + space::xl;
    view()->setMinimumWidth(qBound(width(), wanted, qMax(width(), widestPopup)));
    QComboBox::showPopup();
}

} // namespace lectern::ui
