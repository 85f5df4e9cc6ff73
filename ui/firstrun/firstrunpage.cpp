// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstrun/firstrunpage.h"

#include "sync/commands.h"
#include "ui/invite/invitationfield.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linklabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

enum Step { WelcomeStep, ConnectStep, WhoAmIStep, InvitationStep };

Label *makeText(const QString &text, TextRole role, Tone tone)
{
    auto *label = new Label(text, role, tone);
    label->setWordWrap(true);
    return label;
}

/// A card of a readable width in the middle of the page, which scrolls where the window is small.
QWidget *centred(Card *card)
{
    card->setFixedWidth(card->fontMetrics().averageCharWidth() * 76);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    // Between stretches rather than aligned: an aligned card would not grow with its wrapped words.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    column->addStretch(1);
    column->addLayout(row);
    column->addStretch(2);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

} // namespace

FirstRunPage::FirstRunPage(sync::Commands &commands, models::StoreReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_hosts(reader)
    , m_steps(new QStackedWidget)
    , m_demo(new QPushButton(tr("Try the demo school")))
    , m_form(new AccountForm(commands))
    , m_invitation(new InvitationField(commands))
    , m_me(new QComboBox)
    , m_continue(new QPushButton(tr("Open Lectern")))
{
    setObjectName(u"firstRun"_s);
    m_steps->addWidget(makeWelcome());
    m_steps->addWidget(makeConnect());
    m_steps->addWidget(makeWhoAmI());
    m_steps->addWidget(makeInvitation());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
    connect(m_form, &AccountForm::connected, this, [this] { showStep(WhoAmIStep); });
    connect(m_invitation, &InvitationField::accepted, this,
        [this] { Q_EMIT finished(m_commands.status().relay.email); });
    connect(&m_hosts, &models::HostListModel::loaded, this, &FirstRunPage::onHostsLoaded);
}

QWidget *FirstRunPage::makeWelcome()
{
    auto *invited = new QPushButton(tr("I have an invitation"));
    auto *connectSchool = new LinkLabel(tr("Connect a school account…"));
    m_demo->setObjectName(u"tryDemo"_s);
    invited->setObjectName(u"haveInvitation"_s);
    connectSchool->setObjectName(u"connectSchool"_s);
    setButtonRole(m_demo, ButtonRole::Primary);
    setButtonSize(m_demo, ButtonSize::Large);
    setButtonSize(invited, ButtonSize::Large);
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::demoRequested);
    connect(invited, &QPushButton::clicked, this, [this] { showInvitation({}); });
    connect(connectSchool, &QPushButton::clicked, this, [this] { showStep(ConnectStep); });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::m);
    buttons->addWidget(m_demo);
    buttons->addWidget(invited);
    buttons->addStretch(1);
    auto *card = new Card;
    card->body()->setSpacing(space::m);
    card->body()->addWidget(makeText(tr("Welcome to Lectern"), TextRole::Title, Tone::Normal));
    card->body()->addWidget(makeText(tr("Schedule and start the Zoom meetings of your courses, see what is "
                                        "on today, and find every recording."),
        TextRole::Body, Tone::Normal));
    card->body()->addSpacing(space::s);
    card->body()->addLayout(buttons);
    card->body()->addWidget(makeText(
        tr("The demo school runs on this computer alone: no account, no network, nothing to clean up."),
        TextRole::Small, Tone::Dim));
    card->body()->addSpacing(space::s);
    card->body()->addWidget(connectSchool, 0, Qt::AlignLeft);
    return centred(card);
}

QWidget *FirstRunPage::makeConnect()
{
    auto *card = new Card;
    card->body()->setSpacing(space::m);
    card->body()->addWidget(makeBack(), 0, Qt::AlignLeft);
    card->body()->addWidget(makeText(tr("Connect a school account"), TextRole::Title, Tone::Normal));
    card->body()->addWidget(makeText(tr("An administrator of the Zoom account makes a Server-to-Server OAuth "
                                        "app and finds these on its page."),
        TextRole::Body, Tone::Dim));
    card->body()->addWidget(m_form);
    return centred(card);
}

QWidget *FirstRunPage::makeInvitation()
{
    auto *card = new Card;
    card->body()->setSpacing(space::m);
    card->body()->addWidget(makeBack(), 0, Qt::AlignLeft);
    card->body()->addWidget(makeText(tr("Accept an invitation"), TextRole::Title, Tone::Normal));
    card->body()->addWidget(
        makeText(tr("Your school sends it as a link that begins with lectern://invite. It can be used once, "
                    "and says who you are."),
            TextRole::Body, Tone::Dim));
    card->body()->addWidget(m_invitation);
    setButtonRole(m_invitation->acceptButton(), ButtonRole::Primary);
    return centred(card);
}

void FirstRunPage::showInvitation(const QString &link)
{
    if (!link.isEmpty())
        m_invitation->setLink(link);
    showStep(InvitationStep);
}

QPushButton *FirstRunPage::makeBack()
{
    auto *back = new LinkLabel(tr("Back"));
    connect(back, &QPushButton::clicked, this, [this] { showStep(WelcomeStep); });
    return back;
}

/// With the cursor where the step begins.
void FirstRunPage::showStep(int step)
{
    m_steps->setCurrentIndex(step);
    const std::array<QWidget *, 4> firsts{m_demo, m_form, m_me, m_invitation};
    firsts.at(static_cast<std::size_t>(step))->setFocus(Qt::OtherFocusReason);
}

QWidget *FirstRunPage::makeWhoAmI()
{
    m_me->setObjectName(u"whoAmI"_s);
    m_me->setAccessibleName(tr("Your name"));
    m_me->setModel(&m_hosts);
    m_continue->setObjectName(u"openLectern"_s);
    setButtonRole(m_continue, ButtonRole::Primary);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (m_me->currentIndex() >= 0)
            Q_EMIT finished(m_hosts.rowAt(m_me->currentIndex()).email);
    });
    auto *card = new Card;
    card->body()->setSpacing(space::m);
    card->body()->addWidget(makeText(tr("Who are you?"), TextRole::Title, Tone::Normal));
    card->body()->addWidget(
        makeText(tr("Lectern shows your own day and courses first. You can change this in Settings."),
            TextRole::Body, Tone::Dim));
    card->body()->addWidget(m_me);
    card->body()->addWidget(m_continue, 0, Qt::AlignRight);
    return centred(card);
}

void FirstRunPage::onHostsLoaded()
{
    if (m_me->currentIndex() < 0 && m_hosts.rowCount() > 0)
        m_me->setCurrentIndex(0);
    m_continue->setEnabled(m_hosts.rowCount() > 0);
}

} // namespace lectern::ui
