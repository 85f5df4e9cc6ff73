// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/invite/relaywords.h"

#include <QCoreApplication>

namespace lectern::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::RelayWords)
};

using State = sync::RelayStatus::State;

QString connectedAs(const sync::RelayStatus &relay)
{
    const QString name = relay.name.isEmpty() ? relay.email : relay.name;
    return Words::tr("Connected to %1 as %2 (%3).", "relay, person, role")
        .arg(relay.relay.host(), name, roleWord(relay.role));
}

} // namespace

QString roleWord(school::Role role)
{
    switch (role) {
    case school::Role::Learner:
        return Words::tr("learner");
    case school::Role::Teacher:
        return Words::tr("teacher");
    case school::Role::Administrator:
        return Words::tr("administrator");
    }
    Q_UNREACHABLE();
}

QString relayText(const sync::RelayStatus &relay)
{
    switch (relay.state) {
    case State::None:
        return {};
    case State::Connecting:
        return relay.problem ? Words::tr("%1 cannot be reached: %2 Lectern keeps trying.", "relay, sentence")
                                   .arg(relay.relay.host(), relay.problem->message)
                             : Words::tr("Connecting to %1…").arg(relay.relay.host());
    case State::Connected:
        return connectedAs(relay);
    case State::Refused:
        return Words::tr("%1 no longer knows this computer. Ask for a new invitation.")
            .arg(relay.relay.host());
    }
    Q_UNREACHABLE();
}

QString sourceText(const sync::SyncStatus &status)
{
    switch (status.source) {
    case sync::FeedSource::None:
        return {};
    case sync::FeedSource::Relay:
        return Words::tr("Changes arrive within a second, through the school's relay.");
    case sync::FeedSource::ZoomSocket:
        return Words::tr("Changes arrive within a second, from Zoom itself.");
    case sync::FeedSource::Polling:
        return Words::tr("Lectern asks Zoom now and then. With an invitation to the school's relay, changes "
                         "arrive within a second.");
    }
    Q_UNREACHABLE();
}

} // namespace lectern::ui
