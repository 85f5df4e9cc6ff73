// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/formfield.h"

#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace lectern::ui {

FormField::FormField(const QString &label, QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_words(new Label(QString(), TextRole::Small, Tone::Dim))
{
    auto *name = new Label(label, TextRole::Small, Tone::Dim);
    name->setBuddy(control);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(name);
    column->addWidget(control);
    column->addWidget(m_words);
    column->addStretch(1);
    showWords();
}

void FormField::setProblem(const QString &problem)
{
    m_problem = problem;
    showWords();
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showWords();
}

void FormField::setLocked(const QString &reason)
{
    m_reason = reason;
    m_control->setEnabled(reason.isEmpty());
    m_control->setToolTip(reason);
    showWords();
}

void FormField::showWords()
{
    const QString quiet = m_reason.isEmpty() ? m_hint : m_reason;
    const QString words = m_problem.isEmpty() ? quiet : m_problem;
    m_words->setTone(m_problem.isEmpty() ? Tone::Dim : Tone::Error);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_control->setAccessibleDescription(words);
}

} // namespace lectern::ui
