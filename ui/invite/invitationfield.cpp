// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/invite/invitationfield.h"

#include "core/whendone.h"
#include "feed/invitation.h"
#include "sync/commands.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

InvitationField::InvitationField(sync::Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_link(new QLineEdit)
    , m_accept(new QPushButton(tr("Connect")))
    , m_problem(new Banner(Banner::Kind::Error))
{
    m_link->setObjectName(u"invitation"_s);
    m_link->setPlaceholderText(u"lectern://invite?…"_s);
    m_link->setClearButtonEnabled(true);
    setFocusProxy(m_link);
    m_accept->setObjectName(u"acceptInvitation"_s);
    m_problem->hide();
    auto *label = new Label(tr("&Invitation link"));
    label->setBuddy(m_link);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_link, 1);
    row->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_link, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        showState();
    });
    connect(m_link, &QLineEdit::returnPressed, this, &InvitationField::accept);
    connect(m_accept, &QPushButton::clicked, this, &InvitationField::accept);
    showState();
}

void InvitationField::setLink(const QString &link)
{
    m_link->setText(link);
}

void InvitationField::showState()
{
    m_accept->setText(m_isAccepting ? tr("Connecting…") : tr("Connect"));
    m_accept->setEnabled(!m_isAccepting && !m_link->text().trimmed().isEmpty());
    m_link->setReadOnly(m_isAccepting);
}

void InvitationField::accept()
{
    if (m_isAccepting || m_link->text().trimmed().isEmpty())
        return;
    const auto fail = [this](const Error &error) {
        m_problem->setWords(tr("Not connected."), error.message);
        m_problem->show();
    };
    const QString link = m_link->text().trimmed();
    if (const auto invitation = feed::parseInvitation(link); !invitation) {
        fail(invitation.error());
        return;
    }
    m_isAccepting = true;
    showState();
    whenDone(m_commands.acceptInvitation(QUrl(link)), this, [this, fail](const Result<void> &outcome) {
        m_isAccepting = false;
        showState();
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        m_link->clear();
        Q_EMIT accepted();
    });
}

} // namespace lectern::ui
