// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/schedulechoices.h"
#include "ui/schedule/choicebox.h"

namespace lectern::ui {

/// For whom a meeting is: a course, one of its sessions or groups, a person, everyone.
class OwnerChoice : public ChoiceBox
{
    Q_OBJECT

public:
    using ChoiceBox::ChoiceBox;

    /// Keeps what was chosen, also when it is no longer on offer.
    void setOptions(const QList<models::OwnerOption> &options);
    void setOwner(const std::optional<school::Owner> &owner);
    [[nodiscard]] std::optional<school::Owner> owner() const;
    /// What the agenda must leave room for; nothing when no owner is chosen, it is gone, or its tag travels
    /// elsewhere.
    [[nodiscard]] std::optional<school::OwnerTag> agendaTag() const;
    [[nodiscard]] bool isGone() const;

private:
    [[nodiscard]] int indexOf(const school::Owner &owner) const;

    QList<models::OwnerOption> m_options;
    std::optional<school::Owner> m_gone;
    QString m_goneText;
};

} // namespace lectern::ui
