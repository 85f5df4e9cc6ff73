// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

#include "core/whendone.h"
#include "feed/invitation.h"
#include "secrets/fallbacksecretstore.h"
#include "secrets/memorysecretstore.h"
#include "store/accountrepository.h"
#include "ui/about/aboutdialog.h"
#include "ui/firstrun/firstrunpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/actionregistry.h"
#include "ui/style/appearance.h"
#include "ui/style/colorscheme.h"
#include "ui/syncstate/syncstatedialog.h"
#include "ui/syncstate/syncwords.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::app {

namespace {

/// The person of the demo at first: a teacher, for whom there is something to do.
const QString demoPerson = u"t.okafor@lakeside.example"_s;

std::shared_ptr<secrets::SecretStore> secretsFor(Options::Mode mode)
{
    if (mode == Options::Mode::School)
        return secrets::makeSecretStore();
    return std::make_shared<secrets::MemorySecretStore>();
}

ui::SecretKeeping shown(const secrets::Keeping &keeping)
{
    using Place = ui::SecretKeeping::Place;
    if (keeping.isPersistent)
        return {.place = Place::Keyring, .reason = {}};
    return {.place = Place::ThisRunOnly, .reason = keeping.message};
}

} // namespace

Desktop::Desktop(Options options, QString profileFolder, Outside outside, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_outside(std::move(outside))
    , m_room(std::make_unique<EngineRoom>(profileFolder, secretsFor(m_options.mode)))
    , m_preferences(profileFolder)
    , m_scheme(std::make_unique<ui::ColorScheme>(ui::schemeOf(QApplication::palette())))
    , m_entry(std::make_unique<ui::EntryController>(
          m_room->engine(), m_room->reader(), m_viewer, m_room->clock(), *m_outside.opener, m_notices))
    , m_window(std::make_unique<ui::MainWindow>())
{
    applyColours();
    m_scheme->followDesktop();
    new ui::Appearance(*qApp, *m_scheme, this);
    followPreferences();
    setUpWindow();
    setUpStatus();
    setUpNotices();
    connectActions();
}

Desktop::~Desktop() = default;

Result<void> Desktop::begin()
{
    if (auto acquired = m_room->acquire(); !acquired)
        return acquired;
    whenDone(m_room->engine().start(), this, [this](const Result<void> &started) {
        if (!started) {
            m_notices.fail(started.error());
            return;
        }
        m_room->reader().open();
        if (isDemo()) {
            startDemo();
            return;
        }
        whenDone(m_room->engine().secretKeeping(), this, [this](const Result<secrets::Keeping> &keeping) {
            if (keeping)
                m_keeping = shown(*keeping);
        });
        enterSchool();
    });
    m_window->show();
    return {};
}

void Desktop::applyColours()
{
    using Choice = ui::ColorScheme::Choice;
    const QString choice = m_options.colours.value_or(m_preferences.text(Setting::Colours));
    m_scheme->setChoice(choice == u"light"_s ? Choice::Light
            : choice == u"dark"_s            ? Choice::Dark
                                             : Choice::System);
}

void Desktop::followPreferences()
{
    connect(&m_preferences, &ui::Preferences::changed, this, [this](Setting setting) {
        if (setting == Setting::Colours)
            applyColours();
        else if (setting == Setting::WhoAmI)
            m_viewerChoice->setMe(m_preferences.text(Setting::WhoAmI));
    });
}

ui::Services Desktop::services()
{
    return {m_room->engine(), m_room->reader(), m_viewer, m_room->clock(), *m_outside.prompts, *m_entry,
        *m_outside.opener, m_notices};
}

void Desktop::setUpWindow()
{
    m_window->setWindowTitle(isDemo() ? tr("Lectern – demo school") : tr("Lectern"));
    m_window->restoreWindowState(m_preferences.bytes(Setting::WindowState));
    connect(m_window.get(), &ui::MainWindow::windowStateChanged, this,
        [this](const QByteArray &state) { m_preferences.set(Setting::WindowState, state); });
    m_places = new Places(*m_window, services(), m_preferences);
    m_viewerChoice = new ViewerChoice(m_room->reader(), m_viewer, *m_window, m_notices,
        isDemo() ? ViewerChoice::Freedom::Anybody : ViewerChoice::Freedom::OnlyMe);
}

void Desktop::setUpStatus()
{
    connect(&m_room->engine(), &sync::Commands::statusChanged, this, &Desktop::showStatus);
    connect(&m_ageTick, &QTimer::timeout, this, [this] { showStatus(m_room->engine().status()); });
    m_ageTick.start(30s);
    connect(m_window.get(), &ui::MainWindow::freshnessActivated, this, &Desktop::showSyncState);
    connect(m_window.get(), &ui::MainWindow::waitingActivated, this, &Desktop::showSyncState);
    showStatus(m_room->engine().status());
}

void Desktop::showStatus(const sync::SyncStatus &status)
{
    const ui::SyncWords words = ui::syncWords(status, m_room->clock().now());
    m_window->setFreshness(words.dot, words.freshness);
    m_window->setWaiting(words.waiting);
}

void Desktop::setUpNotices()
{
    auto *toast = new ui::Toast(m_window.get());
    connect(&m_notices, &ui::Notices::told, toast, [toast](const QString &words) { toast->say(words); });
    connect(
        &m_notices, &ui::Notices::failed, toast, [toast](const Error &error) { toast->say(error.message); });
    connect(m_entry.get(), &ui::EntryController::watchedMeetingStarted, this,
        [this](MeetingId, const QString &topic) {
            m_notices.tell(tr("“%1” has started.").arg(topic));
            QApplication::alert(m_window.get());
        });
    m_news = std::make_unique<ui::NewsTeller>(services(), m_preferences, *m_outside.notifier);
    connect(m_news.get(), &ui::NewsTeller::placeRequested, this, &Desktop::openNews);
}

void Desktop::comeToFront()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::openNews(MeetingId meeting, ui::MeetingCorner corner)
{
    comeToFront();
    m_places->openMeetingAt(meeting, corner);
}

void Desktop::startedAgain(const QString &link)
{
    comeToFront();
    if (link.isEmpty())
        return;
    if (m_firstRun)
        m_firstRun->showInvitation(link);
    else
        askAboutInvitation(link);
}

void Desktop::askAboutInvitation(const QString &link)
{
    const Result<feed::Invitation> invitation = feed::parseInvitation(link);
    if (!invitation) {
        m_notices.fail(invitation.error());
        return;
    }
    const bool isReplacing = m_room->engine().status().relay.state != sync::RelayStatus::State::None;
    const ui::Question question{.title = tr("Connect to %1?").arg(invitation->relay.host()),
        .text = isReplacing
            ? tr("This invitation takes the place of the present connection to the school's relay.")
            : tr("Changes at your school then arrive here within a second. Accept invitations only from your "
                 "school."),
        .answers = {tr("Connect")}};
    m_outside.prompts->ask(m_window.get(), question, [this, url = QUrl(link)](int answer) {
        if (answer == 0)
            acceptInvitation(url);
    });
}

void Desktop::acceptInvitation(const QUrl &link)
{
    whenDone(m_room->engine().acceptInvitation(link), this, [this](const Result<void> &accepted) {
        if (!accepted) {
            m_notices.fail(accepted.error());
            return;
        }
        m_notices.tell(tr("Connected to the school's relay."));
        becomeRelaysPerson();
    });
}

/// Without an account, the invitation says whose desktop this is.
void Desktop::becomeRelaysPerson()
{
    const sync::SyncStatus status = m_room->engine().status();
    if (status.reach == sync::SyncStatus::Reach::RelayOnly && !status.relay.email.isEmpty())
        m_preferences.set(Setting::WhoAmI, status.relay.email);
}

void Desktop::connectActions()
{
    const auto on = [this](ui::Command command, auto slot) {
        connect(m_window->actions().action(command), &QAction::triggered, this, slot);
    };
    on(ui::Command::SyncStatus, &Desktop::showSyncState);
    on(ui::Command::Settings, &Desktop::showSettings);
    on(ui::Command::Quit, [this] { m_window->close(); });
    const auto about = [this] { (new ui::AboutDialog(m_window.get()))->open(); };
    on(ui::Command::About, about);
    on(ui::Command::Help, about);
}

void Desktop::withAccountName(std::function<void(const QString &)> known)
{
    m_room->reader().read(
        this, [](store::Database &database) { return store::AccountRepository(database).list(); },
        [this, known = std::move(known)](const Result<QList<store::AccountRow>> &accounts) {
            if (accounts)
                known(accounts->isEmpty() ? QString() : accounts->first().name);
            else
                m_notices.fail(accounts.error());
        });
}

void Desktop::enterSchool()
{
    m_viewerChoice->setMe(m_preferences.text(Setting::WhoAmI));
    withAccountName([this](const QString &account) {
        const bool hasRelay = m_room->engine().status().relay.state != sync::RelayStatus::State::None;
        if (account.isEmpty() && !hasRelay)
            showFirstRun();
        if (!m_options.link.isEmpty())
            startedAgain(std::exchange(m_options.link, {}));
    });
}

void Desktop::startDemo()
{
    m_window->setFreshness(ui::StatusDot::State::Busy, tr("Opening the demo school"));
    m_school = std::make_unique<DemoSchool>(DemoSchool::Setting{.seed = m_options.seed, .arguments = {}});
    whenDone(m_school->start(), this, [this](const Result<DemoSchoolReady> &ready) {
        if (ready) {
            enterDemo(*ready);
            return;
        }
        m_notices.fail(ready.error());
        Q_EMIT demoFailed(ready.error());
    });
}

void Desktop::enterDemo(const DemoSchoolReady &school)
{
    m_demoControl = school.control;
    // The roster first, so that the meetings' tags find their courses.
    whenDone(m_room->engine().importRoster(school.roster), this,
        [this, school](const Result<QStringList> &imported) {
            if (!imported)
                m_notices.fail(imported.error());
            m_viewerChoice->setMe(demoPerson);
            whenDone(m_room->engine().connectAccount(school.account, school.secret), this,
                [this, invitation = school.invitation](const Result<void> &done) {
                    if (done) {
                        enterDemoRelay(invitation);
                        return;
                    }
                    m_notices.fail(done.error());
                    Q_EMIT demoFailed(done.error());
                });
        });
}

void Desktop::enterDemoRelay(const Result<QUrl> &invitation)
{
    if (!invitation) {
        m_notices.fail(invitation.error());
        Q_EMIT demoReady();
        return;
    }
    whenDone(m_room->engine().acceptInvitation(*invitation), this, [this](const Result<void> &accepted) {
        if (!accepted)
            m_notices.fail(accepted.error());
        Q_EMIT demoReady();
    });
}

void Desktop::showFirstRun()
{
    auto *page = new ui::FirstRunPage(m_room->engine(), m_room->reader());
    page->setSecretKeeping(m_keeping);
    // The keyring may take its time to answer.
    whenDone(m_room->engine().secretKeeping(), page, [page](const Result<secrets::Keeping> &keeping) {
        if (keeping)
            page->setSecretKeeping(shown(*keeping));
    });
    connect(page, &ui::FirstRunPage::demoRequested, this, &Desktop::demoRequested);
    connect(page, &ui::FirstRunPage::finished, this, [this](const QString &email) {
        m_preferences.set(Setting::WhoAmI, email);
        m_window->back();
    });
    m_firstRun = page;
    m_window->openDetail(page);
}

void Desktop::showSyncState()
{
    (new ui::SyncStateDialog(services(), m_window.get()))->open();
}

void Desktop::showSettings()
{
    withAccountName([this](const QString &account) {
        auto *dialog = new ui::SettingsDialog(services(), m_preferences, account, m_keeping, m_window.get());
        connect(dialog, &ui::SettingsDialog::accountChanged, this, &Desktop::enterSchool);
        dialog->open();
    });
}

} // namespace lectern::app
