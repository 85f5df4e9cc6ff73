// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoschool.h"
#include "engineroom.h"
#include "models/viewer.h"
#include "options.h"
#include "places.h"
#include "ui/common/entrycontroller.h"
#include "ui/common/linkopener.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/notify/newsteller.h"
#include "ui/notify/notifier.h"
#include "ui/settings/accountform.h"
#include "ui/settings/preferences.h"
#include "ui/shell/mainwindow.h"
#include "viewerchoice.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace lectern::ui {
class ColorScheme;
class FirstRunPage;
} // namespace lectern::ui

namespace lectern::app {

/// The seams of a desktop that the tour, and tests, replace.
struct Outside
{
    std::unique_ptr<ui::LinkOpener> opener;
    std::unique_ptr<ui::Prompts> prompts;
    std::unique_ptr<ui::Notifier> notifier;
};

/// The composition root: one window on one profile, with everything it stands on.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(Options options, QString profileFolder, Outside outside, QObject *parent = nullptr);
    ~Desktop() override;

    /// Takes the profile and shows the window; what takes time goes on behind it.
    [[nodiscard]] Result<void> begin();
    /// Somebody started the program again, or opened a link of ours with it: the window comes to the front,
    /// and an invitation is asked about.
    void startedAgain(const QString &link);

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] sync::Commands &commands() { return m_room->engine(); }
    [[nodiscard]] models::StoreReader &reader() { return m_room->reader(); }
    [[nodiscard]] models::Viewer &viewer() { return m_viewer; }
    [[nodiscard]] ViewerChoice &viewerChoice() { return *m_viewerChoice; }
    [[nodiscard]] const ui::Notices &notices() const { return m_notices; }
    /// The sandbox's control address; empty until the demo is ready.
    [[nodiscard]] const QUrl &demoControl() const { return m_demoControl; }

Q_SIGNALS:
    /// The demo's account is connected and its roster is in the store.
    void demoReady();
    void demoFailed(const lectern::Error &error);
    /// The person wants the demo school from the first-run page: another run of the program, on its own
    /// profile.
    void demoRequested();

private:
    void setUpWindow();
    void setUpStatus();
    void setUpNotices();
    void connectActions();
    void startSchool();
    void startDemo();
    void enterDemo(const DemoSchoolReady &school);
    void enterDemoRelay(const Result<QUrl> &invitation);
    void showFirstRun();
    void askAboutInvitation(const QString &link);
    void acceptInvitation(const QUrl &link);
    void comeToFront();
    void openNews(MeetingId meeting, ui::MeetingCorner corner);
    void becomeRelaysPerson();
    void showSyncState();
    void showSettings();
    void showStatus(const sync::SyncStatus &status);
    void applyColours();
    void enterSchool();
    /// Reads the name of the connected account (empty: none) and hands it on.
    void withAccountName(std::function<void(const QString &)> known);
    void followPreferences();
    [[nodiscard]] ui::Services services();
    [[nodiscard]] bool isDemo() const { return m_options.mode != Options::Mode::School; }

    Options m_options;
    Outside m_outside;
    std::unique_ptr<EngineRoom> m_room;
    ui::Preferences m_preferences;
    std::unique_ptr<ui::ColorScheme> m_scheme;
    models::Viewer m_viewer;
    ui::Notices m_notices;
    std::unique_ptr<ui::EntryController> m_entry;
    std::unique_ptr<ui::NewsTeller> m_news;
    std::unique_ptr<ui::MainWindow> m_window;
    ViewerChoice *m_viewerChoice = nullptr;
    Places *m_places = nullptr;
    std::unique_ptr<DemoSchool> m_school;
    QUrl m_demoControl;
    ui::SecretKeeping m_keeping;
    QPointer<ui::FirstRunPage> m_firstRun;
    QTimer m_ageTick;
};

} // namespace lectern::app
