// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/everyone/everyonerules.h"

#include "core/whendone.h"
#include "sync/commands.h"
#include "ui/common/notices.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

EveryoneRules::EveryoneRules(const Services &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_hosts(services.reader)
    , m_enabled(new QCheckBox(tr("The school has a meeting that is always open to everyone")))
    , m_topic(new QLineEdit)
    , m_audience(new QComboBox)
    , m_host(new QComboBox)
    , m_save(new QPushButton(tr("Save")))
    , m_problem(new Banner(Banner::Kind::Error))
{
    setUp();
    connect(m_enabled, &QCheckBox::clicked, this, &EveryoneRules::onEdited);
    connect(m_topic, &QLineEdit::textEdited, this, &EveryoneRules::onEdited);
    connect(m_audience, &QComboBox::activated, this, &EveryoneRules::onEdited);
    connect(m_host, &QComboBox::activated, this, &EveryoneRules::onEdited);
    connect(m_save, &QPushButton::clicked, this, &EveryoneRules::save);
    connect(&m_hosts, &models::HostListModel::loaded, this, [this] {
        if (!m_isEdited)
            showRules();
    });
    showRules();
}

void EveryoneRules::setUp()
{
    m_enabled->setObjectName(u"enabled"_s);
    m_topic->setObjectName(u"topic"_s);
    m_topic->setMaxLength(static_cast<int>(school::maxTopicLength));
    m_topic->setPlaceholderText(tr("Staff room"));
    m_audience->setObjectName(u"audience"_s);
    m_audience->addItem(
        tr("Everyone at the school"), QVariant::fromValue(static_cast<int>(school::Role::Learner)));
    m_audience->addItem(
        tr("Teachers and administrators"), QVariant::fromValue(static_cast<int>(school::Role::Teacher)));
    m_audience->addItem(
        tr("Administrators only"), QVariant::fromValue(static_cast<int>(school::Role::Administrator)));
    m_host->setObjectName(u"host"_s);
    m_host->setModel(&m_hosts);
    m_save->setObjectName(u"save"_s);
    setButtonRole(m_save, ButtonRole::Primary);
    m_problem->hide();

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    const QList<std::pair<QString, QWidget *>> fields{
        {tr("&Topic"), m_topic}, {tr("&Who may enter"), m_audience}, {tr("&Host"), m_host}};
    for (int column = 0; column < fields.size(); ++column) {
        auto *label = new QLabel(fields.at(column).first);
        label->setBuddy(fields.at(column).second);
        grid->addWidget(label, 0, column);
        grid->addWidget(fields.at(column).second, 1, column);
        grid->setColumnStretch(column, 1);
    }
    grid->addWidget(m_save, 1, static_cast<int>(fields.size()));
    body()->setSpacing(space::m);
    body()->addWidget(m_enabled);
    body()->addLayout(grid);
    body()->addWidget(m_problem);
}

void EveryoneRules::setRules(const store::GlobalMeetingRow &rules)
{
    m_stored = rules;
    if (!m_isEdited)
        showRules();
}

void EveryoneRules::showRules()
{
    m_enabled->setChecked(m_stored.availability == store::GlobalMeetingRow::Availability::Enabled);
    m_topic->setText(m_stored.topic);
    m_audience->setCurrentIndex(m_audience->findData(static_cast<int>(m_stored.minimumRole)));
    const int host = m_hosts.rowOf(m_stored.hostZoomUserId);
    m_host->setCurrentIndex(host >= 0 ? host : m_hosts.rowCount() > 0 ? 0 : -1);
    const bool isEnabled = m_enabled->isChecked();
    for (QWidget *field :
        {static_cast<QWidget *>(m_topic), static_cast<QWidget *>(m_audience), static_cast<QWidget *>(m_host)})
        field->setEnabled(isEnabled);
    m_save->setEnabled(false);
}

void EveryoneRules::onEdited()
{
    m_isEdited = true;
    const bool isEnabled = m_enabled->isChecked();
    m_topic->setEnabled(isEnabled);
    m_audience->setEnabled(isEnabled);
    m_host->setEnabled(isEnabled);
    m_save->setEnabled(!isEnabled || m_host->currentIndex() >= 0);
}

void EveryoneRules::save()
{
    sync::GlobalMeetingRules rules;
    rules.enabled = m_enabled->isChecked();
    rules.minimumRole = static_cast<school::Role>(m_audience->currentData().toInt());
    rules.topic =
        m_topic->text().trimmed().isEmpty() ? m_topic->placeholderText() : m_topic->text().trimmed();
    if (m_host->currentIndex() >= 0)
        rules.hostZoomUserId = m_hosts.rowAt(m_host->currentIndex()).zoomUserId;
    m_save->setEnabled(false);
    m_problem->hide();
    whenDone(m_services.commands.setGlobalMeeting(rules), this,
        [this](const Result<void> &outcome) { saved(outcome); });
}

void EveryoneRules::saved(const Result<void> &outcome)
{
    if (outcome) {
        m_isEdited = false;
        m_services.notices.tell(tr("Saved."));
        return;
    }
    m_save->setEnabled(true);
    m_problem->setWords(tr("Nothing was changed."), outcome.error().message);
    m_problem->show();
}

} // namespace lectern::ui
