// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "core/whendone.h"
#include "models/viewer.h"
#include "sync/commands.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/settings/livesection.h"
#include "ui/settings/notifysection.h"
#include "ui/settings/preferences.h"
#include "ui/settings/rosterfolder.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/collapsiblesection.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

SettingsDialog::SettingsDialog(const Services &services, Preferences &preferences, const QString &accountName,
    const SecretKeeping &keeping, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_preferences(preferences)
    , m_hosts(services.reader)
    , m_outcome(new Banner(Banner::Kind::Info))
{
    setObjectName(u"settings"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::s);
    column->addWidget(new Label(tr("Settings"), TextRole::Title));
    // Who has nothing but an invitation is who it says, and looks after no account.
    const bool isGuest = services.viewer.person().role == school::Role::Learner
        && services.commands.status().reach == sync::SyncStatus::Reach::RelayOnly;
    if (!isGuest)
        addSection(column, tr("You"), makeYou());
    addSection(column, tr("Look and language"), makeLook());
    addSection(column, tr("Tell me on the desktop when"), new NotifySection(preferences));
    addSection(column, tr("Live updates"), new LiveSection(services));
    if (!isGuest) {
        addSection(column, tr("School account"), makeAccount(accountName, keeping));
        addSection(column, tr("People and courses"), makeRoster());
    }
    m_outcome->hide();
    column->addWidget(m_outcome);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    // The dialog's own surface shows through.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, space::l);
    whole->addWidget(scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::xl, 0, space::xl, 0);
    foot->addStretch(1);
    foot->addWidget(close);
    whole->addLayout(foot);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 36);
}

void SettingsDialog::addSection(QVBoxLayout *column, const QString &title, QWidget *content)
{
    column->addSpacing(space::m);
    column->addWidget(new Label(title, TextRole::Section));
    column->addWidget(content);
}

QWidget *SettingsDialog::makeYou()
{
    auto *me = new QComboBox;
    me->setObjectName(u"whoAmI"_s);
    me->setModel(&m_hosts);
    me->setPlaceholderText(tr("Choose your name"));
    connect(&m_hosts, &models::HostListModel::loaded, me,
        [this, me] { me->setCurrentIndex(m_hosts.rowOf(m_preferences.text(Setting::WhoAmI))); });
    connect(me, &QComboBox::activated, this,
        [this](int row) { m_preferences.set(Setting::WhoAmI, m_hosts.rowAt(row).email); });
    auto *section = new QWidget;
    auto *form = new QFormLayout(section);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(space::s);
    form->addRow(tr("&I am"), me);
    return section;
}

void SettingsDialog::fillChoice(QComboBox *choice, Setting setting)
{
    choice->setCurrentIndex(std::max(0, choice->findData(m_preferences.text(setting))));
    connect(choice, &QComboBox::activated, this,
        [this, choice, setting] { m_preferences.set(setting, choice->currentData()); });
}

QWidget *SettingsDialog::makeLook()
{
    auto *colours = new QComboBox;
    colours->setObjectName(u"colours"_s);
    colours->addItem(tr("As the system"), u"system"_s);
    colours->addItem(tr("Light"), u"light"_s);
    colours->addItem(tr("Dark"), u"dark"_s);
    fillChoice(colours, Setting::Colours);
    auto *language = new QComboBox;
    language->setObjectName(u"language"_s);
    language->addItem(tr("As the system"), QString());
    language->addItem(u"English"_s, u"en"_s);
    language->addItem(u"Français"_s, u"fr"_s);
    language->addItem(u"Español"_s, u"es"_s);
    fillChoice(language, Setting::Language);
    auto *section = new QWidget;
    auto *form = new QFormLayout(section);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(space::s);
    form->addRow(tr("&Colours"), colours);
    form->addRow(tr("&Language"), language);
    form->addRow(
        new Label(tr("Another language is spoken from the next start on."), TextRole::Small, Tone::Dim));
    return section;
}

QWidget *SettingsDialog::makeAccount(const QString &accountName, const SecretKeeping &keeping)
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    if (!accountName.isEmpty()) {
        auto *row = new QHBoxLayout;
        row->addWidget(new Label(tr("Connected: %1").arg(accountName)), 1);
        auto *disconnectButton = new QPushButton(tr("Disconnect…"));
        disconnectButton->setObjectName(u"disconnect"_s);
        setButtonRole(disconnectButton, ButtonRole::Destructive);
        QObject::connect(disconnectButton, &QPushButton::clicked, this, &SettingsDialog::askToDisconnect);
        row->addWidget(disconnectButton);
        column->addLayout(row);
    }
    auto *form = new AccountForm(m_services.commands);
    form->setSecretKeeping(keeping);
    connect(form, &AccountForm::connected, this, [this] {
        m_services.notices.tell(tr("Connected."));
        Q_EMIT accountChanged();
        accept();
    });
    auto *folded = new CollapsibleSection(
        accountName.isEmpty() ? tr("Connect an account") : tr("Connect another account"));
    folded->setContent(form);
    folded->setExpanded(accountName.isEmpty());
    column->addWidget(folded);
    return section;
}

QWidget *SettingsDialog::makeRoster()
{
    auto *section = new QWidget;
    auto *row = new QHBoxLayout(section);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new Label(tr("A OneRoster 1.1 export (CSV files) from the school's register or LMS brings "
                               "people, courses and groups."),
        TextRole::Body, Tone::Dim);
    words->setWordWrap(true);
    auto *import = new QPushButton(tr("Import…"));
    import->setObjectName(u"importRoster"_s);
    connect(import, &QPushButton::clicked, this, [this] {
        m_services.prompts.chooseFolder(this, tr("Choose the folder of the OneRoster files"),
            [this](const QString &folder) { importRoster(folder); });
    });
    row->addWidget(words, 1);
    row->addWidget(import);
    return section;
}

void SettingsDialog::askToDisconnect()
{
    const Question question{.title = tr("Disconnect this account?"),
        .text = tr(
            "Its secret is removed from this computer. Meetings already read stay visible; what waits to be "
            "sent stays until you connect again."),
        .answers = {tr("Disconnect")},
        .weight = Question::Weight::Destructive};
    m_services.prompts.ask(this, question, [this](int answer) {
        if (answer != 0)
            return;
        whenDone(m_services.commands.disconnectAccount(), this, [this](const Result<void> &outcome) {
            if (!outcome) {
                m_services.notices.fail(outcome.error());
                return;
            }
            Q_EMIT accountChanged();
            accept();
        });
    });
}

void SettingsDialog::importRoster(const QString &folder)
{
    auto *reading = new RosterFolder(folder, this);
    connect(reading, &RosterFolder::read, this, [this](const Result<QHash<QString, QByteArray>> &files) {
        if (!files) {
            m_outcome->setKind(Banner::Kind::Error);
            m_outcome->setWords(tr("Nothing was imported."), files.error().message);
            m_outcome->show();
            return;
        }
        whenDone(m_services.commands.importRoster(*files), this,
            [this](const Result<QStringList> &outcome) { tellImport(outcome); });
    });
    reading->start();
}

void SettingsDialog::tellImport(const Result<QStringList> &outcome)
{
    constexpr qsizetype linesShown = 5;
    QStringList lines;
    if (!outcome)
        lines.append(outcome.error().message);
    else if (outcome->isEmpty())
        lines.append(tr("People, courses and groups are up to date."));
    else
        lines = outcome->mid(0, linesShown);
    if (outcome && outcome->size() > linesShown)
        lines.append(tr("And %n more.", nullptr, static_cast<int>(outcome->size() - linesShown)));
    m_outcome->setKind(outcome ? Banner::Kind::Info : Banner::Kind::Error);
    m_outcome->setWords(outcome ? tr("Imported.") : tr("Nothing was imported."), lines.join(u'\n'));
    m_outcome->show();
}

} // namespace lectern::ui
