// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/ownerchoice.h"

#include <algorithm>

namespace lectern::ui {

void OwnerChoice::setOptions(const QList<models::OwnerOption> &options)
{
    if (options == m_options && count() > 0)
        return;
    const std::optional<school::Owner> chosenBefore = owner();
    const QString textBefore = isGone() ? m_goneText : currentText();
    m_options = options;
    m_gone.reset();
    QStringList texts;
    for (const models::OwnerOption &option : options)
        texts.append(option.text);
    setChoices(texts);
    if (!textBefore.isEmpty())
        m_goneText = textBefore;
    setOwner(chosenBefore);
}

int OwnerChoice::indexOf(const school::Owner &owner) const
{
    const auto found = std::ranges::find(m_options, owner, &models::OwnerOption::owner);
    return found == m_options.end() ? -1 : static_cast<int>(found - m_options.begin());
}

void OwnerChoice::setOwner(const std::optional<school::Owner> &owner)
{
    const int index = owner ? indexOf(*owner) : -1;
    if (owner && index < 0) {
        if (m_gone && m_gone != owner)
            removeItem(count() - 1);
        if (m_gone != owner)
            chooseGone(m_goneText.isEmpty() ? tr("No longer there") : tr("%1 (gone)").arg(m_goneText));
        m_gone = owner;
    }
    setCurrentIndex(owner && index < 0 ? count() - 1 : index);
}

std::optional<school::Owner> OwnerChoice::owner() const
{
    const int index = currentIndex();
    if (index < 0)
        return std::nullopt;
    return index < m_options.size() ? std::optional(m_options.at(index).owner) : m_gone;
}

std::optional<school::OwnerTag> OwnerChoice::agendaTag() const
{
    const int index = currentIndex();
    const bool known = index >= 0 && index < m_options.size();
    return known ? m_options.at(index).agendaTag : std::nullopt;
}

bool OwnerChoice::isGone() const
{
    return currentIndex() >= m_options.size() && m_gone;
}

} // namespace lectern::ui
