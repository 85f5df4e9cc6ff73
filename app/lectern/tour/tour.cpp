// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "../desktop.h"
#include "outside.h"
#include "steps.h"
#include "tourdriver.h"

#include <QApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace lectern::app {

namespace {

constexpr QSize windowSize{1180, 760};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::app::Tour)
};

QCoro::Task<void> play(TourDriver &tour)
{
    // What comes after a step builds on it: the first that goes wrong ends the tour.
    for (const auto step : {tour::open, tour::scheduleForCourse, tour::startNow, tour::edit,
             tour::joinAsLearner, tour::seeWhoComes, tour::endMeeting, tour::deleteMeeting, tour::goOffline,
             tour::comeBack, tour::lookAtEverything}) {
        co_await step(tour);
        if (tour.failures() > 0)
            co_return;
    }
}

int tell(const QString &words)
{
    QTextStream(stderr) << u"lectern: "_s << words << Qt::endl;
    return EXIT_FAILURE;
}

} // namespace

int runTour(const Options &options, const QString &profileFolder)
{
    if (!QDir().mkpath(options.tourFolder))
        return tell(Words::tr("The folder %1 cannot be made.").arg(options.tourFolder));

    auto opener = std::make_unique<VisitingOpener>();
    auto prompts = std::make_unique<ScriptedPrompts>();
    VisitingOpener &visits = *opener;
    ScriptedPrompts &answers = *prompts;
    Desktop desktop(options, profileFolder,
        {.opener = std::move(opener),
            .prompts = std::move(prompts),
            .notifier = std::make_unique<NotedNews>()});
    TourDriver tour(desktop, visits, answers, options.tourFolder);
    QObject::connect(&desktop, &Desktop::demoFailed, qApp,
        [](const Error &error) { QApplication::exit(tell(error.message + u'\n' + error.detail)); });
    QCoro::Task<void> playing;
    QObject::connect(&desktop, &Desktop::demoReady, qApp, [&tour, &playing] {
        playing = play(tour);
        playing.then([&tour] { QApplication::exit(tour.failures() == 0 ? EXIT_SUCCESS : EXIT_FAILURE); });
    });
    desktop.window().resize(windowSize);
    if (auto begun = desktop.begin(); !begun)
        return tell(begun.error().message);
    return QApplication::exec();
}

} // namespace lectern::app
