// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::app::Options)
};

struct Switches
{
    QCommandLineOption demo{u"demo"_s, Words::tr("Open the demo school: no account and no network needed.")};
    QCommandLineOption tour{u"tour"_s,
        Words::tr(
            "Play the tour on the demo school, write a picture of each step into this folder, and leave."),
        u"folder"_s};
    QCommandLineOption profile{
        u"profile"_s, Words::tr("Keep everything in this folder instead of the usual place."), u"folder"_s};
    QCommandLineOption language{u"language"_s,
        Words::tr("Speak this language (en, fr or es) instead of the system's."), u"language"_s};
    QCommandLineOption colours{
        u"colours"_s, Words::tr("Use light or dark colours instead of the system's."), u"light|dark"_s};
    QCommandLineOption seed{u"seed"_s, Words::tr("Which demo school to make."), u"number"_s, u"1"_s};
};

Result<Options> checked(const QCommandLineParser &parser, const Switches &switches)
{
    Options options;
    options.profileFolder = parser.value(switches.profile);
    options.tourFolder = parser.value(switches.tour);
    options.language = parser.value(switches.language);
    if (parser.isSet(switches.tour))
        options.mode = Options::Mode::Tour;
    else if (parser.isSet(switches.demo))
        options.mode = Options::Mode::Demo;
    if (parser.isSet(switches.colours)) {
        options.colours = parser.value(switches.colours);
        if (options.colours != u"light"_s && options.colours != u"dark"_s)
            return failure(ErrorCode::Invalid, Words::tr("--colours takes “light” or “dark”."));
    }
    bool isNumber = false;
    options.seed = parser.value(switches.seed).toUInt(&isNumber);
    if (!isNumber)
        return failure(ErrorCode::Invalid, Words::tr("--seed takes a whole number."));
    return options;
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    const Switches switches;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Meetings, registrants and recordings of a school that teaches over Zoom."));
    parser.addPositionalArgument(
        u"link"_s, Words::tr("An invitation of your school, lectern://…"), u"[link]"_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions(
        {switches.demo, switches.tour, switches.profile, switches.language, switches.colours, switches.seed});
    if (!parser.parse(arguments))
        return failure(ErrorCode::Invalid, parser.errorText());
    if (parser.isSet(help))
        parser.showHelp();
    if (parser.isSet(version))
        parser.showVersion();
    const QStringList others = parser.positionalArguments();
    const bool isLink = others.size() == 1 && others.first().startsWith(u"lectern:"_s);
    if (!others.isEmpty() && !isLink)
        return failure(ErrorCode::Invalid, Words::tr("“%1” is not understood.").arg(others.first()));
    Result<Options> options = checked(parser, switches);
    if (options && isLink)
        options->link = others.first();
    return options;
}

} // namespace lectern::app
