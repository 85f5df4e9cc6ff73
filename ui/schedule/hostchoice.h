// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/person.h"
#include "ui/schedule/choicebox.h"

#include <optional>

namespace lectern::ui {

/// Who hosts: the account's Zoom users that the person may schedule for.
class HostChoice : public ChoiceBox
{
    Q_OBJECT

public:
    using ChoiceBox::ChoiceBox;

    /// Keeps who was chosen, also when that host has left. `ownHost` is marked as "you".
    void setHosts(const QList<school::Host> &hosts, const QString &ownHost);
    /// `past` tells the name of a host who is not among the hosts.
    void setHost(const QString &zoomUserId, const std::optional<school::Host> &past = {});
    [[nodiscard]] QString zoomUserId() const;
    /// Nothing when none is chosen.
    [[nodiscard]] std::optional<school::Host> host() const;
    [[nodiscard]] bool isGone() const;
    [[nodiscard]] bool isOwn() const;

private:
    [[nodiscard]] QString textOf(const school::Host &host) const;
    [[nodiscard]] int indexOf(const QString &zoomUserId) const;

    QList<school::Host> m_hosts;
    QString m_ownHost;
    std::optional<school::Host> m_gone;
};

} // namespace lectern::ui
