// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"
#include "desktop.h"
#include "language.h"
#include "options.h"
#include "platformnoise.h"
#include "resources/resources.h"
#include "singleinstance.h"
#include "tour/tour.h"
#include "translations/translations.h"
#include "ui/style/fonts.h"
#include "withoutdisplay.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace lectern;

namespace {

constexpr int usageError = 2;
constexpr auto handOverPatience = 3s;

int refuse(const Error &error, int status)
{
    QTextStream(stderr) << u"lectern: "_s << error.message << Qt::endl;
    return status;
}

void describeProgram(QApplication &application)
{
    QApplication::setApplicationName(u"lectern"_s);
    QApplication::setApplicationDisplayName(u"Lectern"_s);
    QApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    QApplication::setDesktopFileName(u"school.lectern.Lectern"_s);
    initResources();
    QIcon::setFallbackThemeName(u"lectern"_s);
    application.setWindowIcon(QIcon(u":/lectern.svg"_s));
    QApplication::setFont(ui::applicationFont(QApplication::font()));
}

/// The folder everything is kept in: a new one that goes with the run for the demo, else the chosen or usual
/// one.
QString profileFolder(const app::Options &options, const QTemporaryDir &throwAway)
{
    if (!options.profileFolder.isEmpty())
        return options.profileFolder;
    if (options.mode != app::Options::Mode::School)
        return throwAway.filePath(u"profile"_s);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

int runDesktop(QApplication &application, const app::Options &options, const QString &folder)
{
    app::SingleInstance instance(folder);
    if (instance.handOver(options.link, handOverPatience))
        return EXIT_SUCCESS;
    app::Outside outside{.opener = std::make_unique<ui::DesktopLinkOpener>(),
        .prompts = std::make_unique<ui::DesktopPrompts>(),
        .notifier = ui::makeNotifier()};
    app::Desktop desktop(options, folder, std::move(outside));
    if (auto begun = desktop.begin(); !begun) {
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), begun.error().message);
        return refuse(begun.error(), EXIT_FAILURE);
    }
    instance.listen(); // without it, a second start only says that the profile is in use
    QObject::connect(&instance, &app::SingleInstance::startedAgain, &desktop, &app::Desktop::startedAgain);
    QObject::connect(&desktop, &app::Desktop::demoRequested, &application, [&application] {
        if (QProcess::startDetached(QApplication::applicationFilePath(), {u"--demo"_s}))
            application.quit();
    });
    return QApplication::exec();
}

/// What is said about the arguments is in the system's language: no other is known yet.
Result<app::Options> readArguments()
{
    QObject systemWords;
    installTranslations(QLocale(), systemWords);
    return app::parseOptions(QApplication::arguments());
}

} // namespace

int main(int argc, char **argv)
{
    app::goWithoutDisplay({argv, static_cast<std::size_t>(argc)});
    app::silencePlatformNoise();
    installRedactingLog();
    QApplication application(argc, argv);
    describeProgram(application);
    const auto options = readArguments();
    if (!options)
        return refuse(options.error(), usageError);

    const QLocale locale = app::localeFor(options->language, QLocale());
    QLocale::setDefault(locale);
    installTranslations(locale, application);

    const QTemporaryDir throwAway;
    const QString folder = profileFolder(*options, throwAway);
    if (options->mode == app::Options::Mode::Tour)
        return app::runTour(*options, folder);
    return runDesktop(application, *options, folder);
}
