// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lectern::ui {

class Label;

/// A control with its name above it, and under it a word of help or what is wrong with it.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes the control over. The label may hold a mnemonic; it is the control's name for a screen reader.
    FormField(const QString &label, QWidget *control, QWidget *parent = nullptr);

    /// Empty: nothing is wrong. A problem is shown in the hint's place.
    void setProblem(const QString &problem);
    [[nodiscard]] QString problem() const { return m_problem; }
    void setHint(const QString &hint);
    /// Switches the control off and says why; an empty reason switches it on again.
    void setLocked(const QString &reason);
    [[nodiscard]] bool isLocked() const { return !m_reason.isEmpty(); }
    [[nodiscard]] QWidget *control() const { return m_control; }

private:
    void showWords();

    QWidget *m_control;
    Label *m_words;
    QString m_problem;
    QString m_hint;
    QString m_reason;
};

} // namespace lectern::ui
