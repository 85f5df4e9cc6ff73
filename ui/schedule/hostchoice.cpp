// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/hostchoice.h"

#include <algorithm>

namespace lectern::ui {

using school::Host;

void HostChoice::setHosts(const QList<Host> &hosts, const QString &ownHost)
{
    if (hosts == m_hosts && ownHost == m_ownHost && count() > 0)
        return;
    const QString before = zoomUserId();
    std::optional<Host> knownAs = host();
    if (knownAs && !isGone())
        knownAs->state = Host::State::Gone; // counts only when the host is not among the new ones
    m_hosts = hosts;
    m_ownHost = ownHost;
    m_gone.reset();
    QStringList texts;
    for (const Host &host : hosts)
        texts.append(textOf(host));
    setChoices(texts);
    setHost(before, knownAs);
}

QString HostChoice::textOf(const Host &host) const
{
    const QString name = host.name.isEmpty() ? host.email : host.name;
    return host.zoomUserId == m_ownHost ? tr("%1 (you)").arg(name) : name;
}

int HostChoice::indexOf(const QString &zoomUserId) const
{
    const auto found = std::ranges::find(m_hosts, zoomUserId, &Host::zoomUserId);
    return found == m_hosts.end() ? -1 : static_cast<int>(found - m_hosts.begin());
}

void HostChoice::setHost(const QString &zoomUserId, const std::optional<Host> &past)
{
    const int index = indexOf(zoomUserId);
    if (index >= 0 || zoomUserId.isEmpty()) {
        setCurrentIndex(index);
        return;
    }
    if (!m_gone || m_gone->zoomUserId != zoomUserId) {
        if (m_gone)
            removeItem(count() - 1);
        m_gone =
            past.value_or(Host{.zoomUserId = zoomUserId, .email = {}, .name = zoomUserId, .timeZone = {}});
        const bool hasLeft = !past || past->state != Host::State::Active || past->zoomUserId == m_ownHost;
        chooseGone(hasLeft ? tr("%1 (left the account)").arg(textOf(*m_gone)) : textOf(*m_gone));
    }
    setCurrentIndex(count() - 1);
}

QString HostChoice::zoomUserId() const
{
    const std::optional<Host> chosenHost = host();
    return chosenHost ? chosenHost->zoomUserId : QString();
}

std::optional<Host> HostChoice::host() const
{
    const int index = currentIndex();
    if (index < 0)
        return std::nullopt;
    return index < m_hosts.size() ? std::optional(m_hosts.at(index)) : m_gone;
}

bool HostChoice::isGone() const
{
    return m_gone && currentIndex() >= m_hosts.size();
}

bool HostChoice::isOwn() const
{
    return !m_ownHost.isEmpty() && zoomUserId() == m_ownHost;
}

} // namespace lectern::ui
