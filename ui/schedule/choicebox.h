// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace lectern::ui {

/// A combo box that, once it holds more than a person likes to look through, takes any part of a choice's
/// words and finds it. Nothing but its choices can be chosen.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// Replaces the choices; none is chosen then.
    void setChoices(const QStringList &texts);
    /// Adds one that is no longer on offer, at the end, chosen.
    void chooseGone(const QString &text);

Q_SIGNALS:
    /// A person chose (activated() of the list, or by typing).
    void chosen(int index);

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    void settleTyped();
    [[nodiscard]] int typedIndex() const;
};

} // namespace lectern::ui
