// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallerycontrols.h"

#include "gallerykit.h"
#include "ui/style/buttonrole.h"
#include "ui/style/icon.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/collapsiblesection.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pageheader.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimeEdit>

namespace lectern::test {

using namespace lectern::ui;
using namespace Qt::StringLiterals;

namespace {

QLayout *labelled(const QString &text, QWidget *control)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    auto *label = new Label(text, TextRole::Small, Tone::Dim);
    label->setBuddy(control);
    column->addWidget(label);
    column->addWidget(control);
    return column;
}

QComboBox *combo(const QStringList &items)
{
    auto *made = new QComboBox;
    made->addItems(items);
    return made;
}

} // namespace

QWidget *scheduleDialog(Words words)
{
    auto *dialog = new QDialog;
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::l);
    column->addWidget(new Label(u"Schedule a meeting"_s, TextRole::Title));
    auto *topic = new QLineEdit(u"Photosynthesis III"_s);
    column->addLayout(labelled(words == Words::Long ? u"Besprechungsthema"_s : u"Topic"_s, topic));
    auto *who = new QHBoxLayout;
    who->addLayout(labelled(u"For"_s, combo({u"BIO 1A · Autumn 2026"_s})), 1);
    who->addLayout(labelled(u"Host"_s, combo({u"Tom Okafor (you)"_s})), 1);
    column->addLayout(who);
    auto *when = new QHBoxLayout;
    auto *day = new QDateEdit(QDate(2026, 11, 27));
    day->setCalendarPopup(true);
    day->setDisplayFormat(u"ddd d MMM yyyy"_s);
    when->addLayout(labelled(u"Day"_s, day), 3);
    when->addLayout(labelled(u"At"_s, new QTimeEdit(QTime(8, 50))), 2);
    auto *length = new QSpinBox;
    length->setSuffix(u" minutes"_s);
    length->setMaximum(600);
    length->setValue(45);
    when->addLayout(labelled(u"For how long"_s, length), 3);
    column->addLayout(when);
    auto *clash = new Banner(Banner::Kind::Warning);
    clash->setWords(u"You host another meeting then:"_s,
        u"“Lab safety”, 08:30 – 09:15. Zoom lets one host run one meeting at a time."_s);
    clash->setAction(u"09:20 is free"_s);
    column->addWidget(clash);
    auto *checks = new QHBoxLayout;
    for (const QString &text : {u"Register everyone in BIO 1A (27)"_s, u"Record to the cloud"_s}) {
        auto *check = new QCheckBox(text);
        check->setChecked(true);
        checks->addWidget(check);
        checks->addStretch(text.startsWith(u'R') && checks->count() == 1 ? 1 : 0);
    }
    column->addLayout(checks);
    auto *repeat = new CollapsibleSection(u"Repeat"_s);
    repeat->setSummary(u"does not repeat"_s);
    repeat->setContent(new QWidget);
    column->addWidget(repeat);
    auto *more = new CollapsibleSection(u"More options"_s);
    auto *agenda = new QPlainTextEdit(u"Bring a leaf."_s);
    agenda->setAccessibleName(u"Agenda"_s);
    agenda->setMaximumHeight(64);
    more->setContent(agenda);
    more->setExpanded(true);
    column->addWidget(more);
    auto *foot = new QHBoxLayout;
    auto *note = new Label(
        u"Sent to Zoom when you press Schedule; kept here if you are offline."_s, TextRole::Small, Tone::Dim);
    note->setWordWrap(true);
    foot->addWidget(note, 1);
    foot->addWidget(button(words == Words::Long ? u"Abbrechen"_s : u"Cancel"_s, ButtonRole::Quiet));
    foot->addWidget(
        button(words == Words::Long ? u"Veranstaltung planen"_s : u"Schedule"_s, ButtonRole::Primary));
    column->addLayout(foot);
    dialog->resize(580, dialog->sizeHint().height());
    return dialog;
}

static QLayout *buttonRow()
{
    auto *row = new QHBoxLayout;
    row->addWidget(button(u"Primary"_s, ButtonRole::Primary));
    row->addWidget(button(u"Quiet"_s, ButtonRole::Quiet));
    row->addWidget(button(u"Delete meeting…"_s, ButtonRole::Destructive));
    row->addWidget(button(u"Link"_s, ButtonRole::Link));
    for (const ButtonRole role : {ButtonRole::Primary, ButtonRole::Quiet, ButtonRole::Link}) {
        auto *off = button(u"Disabled"_s, role);
        off->setEnabled(false);
        row->addWidget(off);
    }
    auto *icon = button(u"Refresh"_s, ButtonRole::Quiet);
    icon->setIcon(themedIcon(u"view-refresh"_s));
    row->addWidget(icon);
    row->addStretch(1);
    return row;
}

static QLayout *chipRow()
{
    auto *row = new QHBoxLayout;
    const QList<QPair<ChipKind, QString>> chips{{ChipKind::Live, u"Live now"_s}, {ChipKind::Next, u"Next"_s},
        {ChipKind::Warning, u"host busy"_s}, {ChipKind::Neutral, u"not sent yet"_s},
        {ChipKind::Accent, u"repeats"_s}, {ChipKind::Success, u"Approved"_s}};
    for (const auto &[kind, text] : chips)
        row->addWidget(new Chip(kind, text));
    row->addStretch(1);
    return row;
}

static QLayout *choiceRow()
{
    auto *row = new QHBoxLayout;
    auto *on = new QCheckBox(u"Checked"_s);
    on->setChecked(true);
    auto *some = new QCheckBox(u"Some"_s);
    some->setTristate(true);
    some->setCheckState(Qt::PartiallyChecked);
    auto *off = new QCheckBox(u"Disabled"_s);
    off->setEnabled(false);
    off->setChecked(true);
    auto *radio = new QRadioButton(u"This one"_s);
    radio->setChecked(true);
    for (QWidget *choice : QList<QWidget *>{
             on, new QCheckBox(u"Unchecked"_s), some, off, radio, new QRadioButton(u"All of them"_s)})
        row->addWidget(choice);
    row->addStretch(1);
    return row;
}

QWidget *controlsPage(Words)
{
    auto *page = new QWidget;
    QVBoxLayout *column = pageColumn(page);
    column->addWidget(new PageHeader(u"Controls"_s));
    column->addLayout(buttonRow());
    column->addLayout(chipRow());
    column->addLayout(choiceRow());
    auto *error = new Banner(Banner::Kind::Error);
    error->setWords(u"Zoom refused the change."_s, u"The host has left the account."_s);
    error->setAction(u"Choose another host"_s);
    column->addWidget(error);
    auto *info = new Banner(Banner::Kind::Info);
    info->setWords(u"Demo school."_s, u"Nothing here leaves this computer."_s);
    column->addWidget(info);
    auto *group = new QGroupBox(u"Account"_s);
    auto *form = new QFormLayout(group);
    auto *secret = new QLineEdit(u"secret"_s);
    secret->setEchoMode(QLineEdit::Password);
    form->addRow(u"Account ID"_s, new QLineEdit(u"aBcD-1234"_s));
    form->addRow(u"Client secret"_s, secret);
    auto *off = new QLineEdit(u"https://api.zoom.us"_s);
    off->setEnabled(false);
    form->addRow(u"Server"_s, off);
    column->addWidget(group);
    auto *progress = new QProgressBar;
    progress->setAccessibleName(u"Fetching"_s);
    progress->setValue(40);
    column->addWidget(progress);
    auto *empty = new EmptyState(themedIcon(u"appointment-new"_s), u"No meetings yet"_s,
        u"Meetings of this course appear here as soon as one is scheduled."_s);
    empty->setAction(u"Schedule…"_s);
    column->addWidget(empty, 1);
    page->resize(900, 900);
    return page;
}

QWidget *menu(Words words)
{
    auto *made = new QMenu;
    QAction *schedule = made->addAction(themedIcon(u"appointment-new"_s), u"&Schedule…"_s);
    schedule->setShortcut(QKeySequence::New);
    made->addAction(words == Words::Long ? u"Besprechung jetzt &starten"_s : u"Start a meeting &now"_s)
        ->setEnabled(false);
    made->addSeparator();
    QAction *shown = made->addAction(u"Show &past meetings"_s);
    shown->setCheckable(true);
    shown->setChecked(true);
    made->addMenu(u"&Export"_s)->addAction(u"CSV"_s);
    made->setActiveAction(schedule);
    return made;
}

QWidget *viewsPage(Words)
{
    auto *page = new QWidget;
    QVBoxLayout *column = pageColumn(page);
    auto *calendar = new QCalendarWidget;
    calendar->setSelectedDate(QDate(2026, 11, 27));
    column->addWidget(calendar);
    auto *tabs = new QTabWidget;
    auto *list = new QListWidget;
    list->setAccessibleName(u"People"_s);
    for (int i = 1; i <= 30; ++i)
        list->addItem(u"Learner %1"_s.arg(i));
    list->setCurrentRow(2);
    tabs->addTab(list, u"People"_s);
    tabs->addTab(new QWidget, u"Courses"_s);
    column->addWidget(tabs, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Save)->setDefault(true);
    column->addWidget(buttons);
    page->resize(560, 640);
    return page;
}

} // namespace lectern::test
