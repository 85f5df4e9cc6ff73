// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/livesection.h"

#include "core/whendone.h"
#include "sync/commands.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/invite/invitationfield.h"
#include "ui/invite/relaywords.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

LiveSection::LiveSection(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_source(new Label({}, TextRole::Body, Tone::Dim))
    , m_relay(new Label({}))
    , m_disconnect(new QPushButton(tr("Disconnect…")))
    , m_invitation(new InvitationField(services.commands))
{
    setUp();
    connect(&services.commands, &sync::Commands::statusChanged, this, &LiveSection::showStatus);
    connect(m_disconnect, &QPushButton::clicked, this, &LiveSection::askToDisconnect);
    connect(m_invitation, &InvitationField::accepted, this,
        [this] { m_services.notices.tell(tr("Connected to the school's relay.")); });
    showStatus();
}

void LiveSection::setUp()
{
    m_source->setWordWrap(true);
    m_relay->setWordWrap(true);
    m_relay->setObjectName(u"relayState"_s);
    m_disconnect->setObjectName(u"disconnectRelay"_s);
    setButtonRole(m_disconnect, ButtonRole::Destructive);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(m_relay, 1);
    row->addWidget(m_disconnect, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_source);
    column->addLayout(row);
    column->addWidget(m_invitation);
}

void LiveSection::showStatus()
{
    const sync::SyncStatus status = m_services.commands.status();
    using State = sync::RelayStatus::State;
    const State state = status.relay.state;
    m_source->setText(sourceText(status));
    m_source->setVisible(!m_source->text().isEmpty());
    m_relay->setText(relayText(status.relay));
    m_relay->setTone(state == State::Refused ? Tone::Error : Tone::Normal);
    m_relay->setVisible(state != State::None);
    m_disconnect->setVisible(state != State::None);
    m_invitation->setVisible(state == State::None || state == State::Refused);
}

void LiveSection::askToDisconnect()
{
    const Question question{.title = tr("Disconnect from the school's relay?"),
        .text = tr("Changes no longer arrive by themselves. What is shown stays; to connect again, a new "
                   "invitation is needed."),
        .answers = {tr("Disconnect")},
        .weight = Question::Weight::Destructive};
    m_services.prompts.ask(this, question, [this](int answer) {
        if (answer != 0)
            return;
        whenDone(m_services.commands.disconnectRelay(), this, [this](const Result<void> &outcome) {
            if (!outcome)
                m_services.notices.fail(outcome.error());
        });
    });
}

} // namespace lectern::ui
