// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/everyonebox.h"

namespace lectern::ui {

EveryoneBox::EveryoneBox(QWidget *parent)
    : QCheckBox(parent)
{
    showState();
}

void EveryoneBox::setOffered(bool offered)
{
    m_isOffered = offered;
    showState();
}

void EveryoneBox::setLearners(int learners)
{
    m_learners = learners;
    showState();
}

void EveryoneBox::setPossible(bool possible)
{
    m_isPossible = possible;
    showState();
}

bool EveryoneBox::isWanted() const
{
    return isChecked() && m_isOffered && m_isPossible && m_learners > 0;
}

void EveryoneBox::showState()
{
    const QString why = m_isPossible
        ? tr("Each learner gets a join link of their own as soon as Zoom has the meeting.")
        : tr("The host has no licence; Zoom registers people for licensed hosts only.");
    setText(tr("&Register everyone (%n learner(s))", nullptr, m_learners));
    setToolTip(why);
    setAccessibleDescription(why);
    setVisible(m_isOffered && m_learners > 0);
    setEnabled(m_isPossible);
}

} // namespace lectern::ui
