// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QVariant>

namespace lectern::ui {

/// One thing to narrow a list by, or none: "Any host" stands first. Keeps what was chosen while its choices
/// come and go.
class FilterBox : public QComboBox
{
    Q_OBJECT

public:
    struct Choice
    {
        QString words;
        QVariant value;

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    /// `name` is what the box is about, for a screen reader; `any` are the words for no choice.
    FilterBox(const QString &name, const QString &any, QWidget *parent = nullptr);

    /// What was chosen stays chosen, also when it is no longer among the choices.
    void setChoices(const QList<Choice> &choices);
    /// Invalid: any.
    [[nodiscard]] QVariant chosen() const { return currentData(); }
    [[nodiscard]] bool isNarrowing() const { return currentIndex() > 0; }
    void chooseAny() { setCurrentIndex(0); }

    void showPopup() override;

Q_SIGNALS:
    void chosenChanged();

private:
    QList<Choice> m_choices;
};

} // namespace lectern::ui
