// SPDX-License-Identifier: GPL-3.0-or-later
#include "galleryscenes.h"

#include "gallerycontrols.h"
#include "gallerykit.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/buttonrole.h"
#include "ui/style/coursecolor.h"
#include "ui/style/icon.h"
#include "ui/widgets/breadcrumb.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowlistview.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTabBar>

namespace lectern::test {

using namespace lectern::ui;
using namespace Qt::StringLiterals;

namespace {

Card *liveCard(Words words)
{
    const bool longer = words == Words::Long;
    auto *card = new Card;
    card->setStripe(courseColor(u"BIO 1A"_s, scheme()));
    auto *state = new QHBoxLayout;
    state->addWidget(new Chip(ChipKind::Live, longer ? u"Findet gerade statt"_s : u"Live now"_s));
    state->addWidget(
        new Label(longer ? u"depuis quatorze heures deux"_s : u"since 14:02"_s, TextRole::Small, Tone::Dim));
    state->addStretch(1);
    card->body()->addLayout(state);
    card->body()->addWidget(new ElidedLabel(u"Cell respiration: the long way round"_s, TextRole::Headline));
    card->body()->addWidget(
        new ElidedLabel(u"BIO 1A · Autumn 2026 · hosted by you"_s, TextRole::Body, Tone::Dim));
    auto *actions = new QHBoxLayout;
    actions->addWidget(
        button(longer ? u"Wiederbeitreten"_s : u"Rejoin"_s, ButtonRole::Primary, ButtonSize::Large));
    actions->addWidget(
        button(longer ? u"Wer fehlt noch? (4)"_s : u"Who is missing (4)"_s, ButtonRole::Quiet));
    actions->addStretch(1);
    actions->addWidget(new Label(u"23 of 27 here"_s, TextRole::Body, Tone::Dim));
    card->body()->addSpacing(space::s);
    card->body()->addLayout(actions);
    return card;
}

Card *nextCard()
{
    auto *card = new Card;
    card->setStripe(courseColor(u"CHEM 2"_s, scheme()));
    auto *state = new QHBoxLayout;
    state->addWidget(new Chip(ChipKind::Next, u"Next"_s));
    state->addWidget(new Label(u"15:30 – 16:15"_s, TextRole::Small, Tone::Dim));
    state->addStretch(1);
    card->body()->addLayout(state);
    card->body()->addWidget(new ElidedLabel(u"Revision surgery"_s, TextRole::Headline));
    card->body()->addWidget(
        new ElidedLabel(u"CHEM 2 · everyone enrolled is registered"_s, TextRole::Body, Tone::Dim));
    auto *actions = new QHBoxLayout;
    actions->addWidget(button(u"Start early"_s, ButtonRole::Quiet, ButtonSize::Large));
    actions->addStretch(1);
    actions->addWidget(new Label(u"in 47 min"_s, TextRole::Title));
    card->body()->addSpacing(space::s);
    card->body()->addLayout(actions);
    return card;
}

QWidget *todayPage(Words words)
{
    auto *page = new QWidget;
    QVBoxLayout *column = pageColumn(page);
    auto *header = new PageHeader(u"Sunday 22 November"_s);
    header->addAction(
        button(words == Words::Long ? u"Démarrer une réunion immédiatement"_s : u"Start a meeting now"_s,
            ButtonRole::Quiet));
    header->addAction(
        button(words == Words::Long ? u"Besprechung planen…"_s : u"Schedule…"_s, ButtonRole::Primary));
    column->addWidget(header);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(space::l);
    cards->addWidget(liveCard(words), 1);
    cards->addWidget(nextCard(), 1);
    column->addLayout(cards);
    column->addSpacing(space::s);
    column->addWidget(new Label(u"Later today"_s, TextRole::Section));
    auto *list = new RowListView(u"Later today"_s);
    auto *rows = new ScriptedRows(list);
    rows->setTimeSample(u"00:00 – 00:00"_s);
    rows->setDetailSample(u"opens when the host starts"_s);
    rows->setActionSample(u"Tell me"_s);
    list->setRowDelegate(rows);
    list->setHeightMode(RowListView::Height::FitsRows);
    list->setModel(rowsModel(
        {{u"16:30 – 17:15"_s, u"MUS"_s, u"Parents' evening: 3B"_s, u"My meeting"_s, u"12 registered"_s,
             u"Start"_s},
            {u"17:30 – 18:30"_s, u"ALL"_s, u"Staff room"_s, u"Everyone"_s, u"opens when the host starts"_s,
                words == Words::Long ? u"Benachrichtigen"_s : u"Tell me"_s},
            {u"19:11 – 20:00"_s, u"BIO 1A"_s,
                u"Homework clinic — bring anything that is stuck, however small"_s, u"BIO 1A"_s,
                u"27 registered"_s, u"Start"_s}},
        list));
    column->addWidget(list);
    column->addWidget(new Label(u"Tomorrow: 5 meetings, the first at 08:50."_s, TextRole::Body, Tone::Dim));
    column->addStretch(1);
    return page;
}

RowListView *courseList()
{
    auto *list = new RowListView(u"Courses"_s);
    list->setFrame(RowListView::Frame::None);
    list->setRowDelegate(new SideRows(list));
    list->setModel(rowsModel({{QString(), u"BIO 1A"_s, u"BIO 1A"_s, u"Biology for beginners"_s, u"27"_s},
                                 {QString(), u"BIO 1B"_s, u"BIO 1B"_s, u"Biology for beginners"_s, u"25"_s},
                                 {QString(), u"BIO 3"_s, u"BIO 3"_s, u"Evolution"_s, u"14"_s},
                                 {QString(), u"CHEM 2"_s, u"CHEM 2"_s, u"Chemistry, second year"_s, u"22"_s}},
        list));
    list->setCurrentIndex(list->model()->index(0, 0));
    return list;
}

TableView *meetingTable()
{
    auto *table = new TableView(u"Meetings"_s);
    table->setModel(tableModel({u"When"_s, u""_s, u"Topic"_s, u"Host"_s, u""_s, u"Registered"_s, u""_s},
        {{u"Mon 23 Nov"_s, u"08:50"_s, u"Photosynthesis I"_s, u"t.okafor"_s, u""_s, u"27 / 27"_s,
             u">Start"_s},
            {u"Mon 23 Nov"_s, u"10:15"_s, u"Acids, bases, alibis"_s, u"t.okafor"_s, u"!host busy"_s,
                u"19 / 22"_s, u">Start"_s},
            {u"Mon 23 Nov"_s, u"11:11"_s, u"Open lab"_s, u"m.ferrante"_s, u""_s, u"25 / 25"_s, u">Join"_s},
            {u"Tue 24 Nov"_s, u"09:00"_s, u"Weekly: evolution reading group"_s, u"t.okafor"_s, u"↻ 12 left"_s,
                u"14 / 14"_s, u">Start"_s},
            {u"Tue 24 Nov"_s, u"13:30"_s, u"Mock exam, part 2"_s, u"t.okafor"_s, u"not sent yet"_s,
                u"– / 27"_s, u">Start"_s}},
        table));
    table->setColumnLook(1, ColumnLook::Numeric);
    table->setColumnLook(2, ColumnLook::Strong);
    table->setColumnLook(3, ColumnLook::Dim);
    table->setColumnLook(5, ColumnLook::Dim);
    table->setItemDelegateForColumn(4, new CellRows(table));
    table->setItemDelegateForColumn(6, new CellRows(table));
    const int widths[] = {118, 80, 100, 112, 126, 112, 84};
    for (int column = 0; column < 7; ++column)
        table->setColumnWidth(column, widths[column]);
    table->setStretchColumn(2);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->setCurrentIndex(table->model()->index(0, 2));
    return table;
}

QWidget *coursesPage(Words words)
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(space::xl, 20, space::xl, space::xl);
    row->setSpacing(20);
    auto *side = new QVBoxLayout;
    side->setSpacing(space::s);
    side->addWidget(new SearchField(words == Words::Long ? u"Kursbezeichnung suchen"_s : u"Find a course"_s));
    side->addWidget(courseList(), 1);
    row->addLayout(side, 1);
    auto *main = new QVBoxLayout;
    main->setSpacing(space::m);
    auto *header = new PageHeader(u"BIO 1A · Biology for beginners"_s);
    header->setSubtitle(u"27 learners in 2 groups · Autumn 2026 · materials folder"_s);
    header->addAction(button(u"Start now"_s, ButtonRole::Quiet));
    header->addAction(button(u"Schedule…"_s, ButtonRole::Primary));
    main->addWidget(header);
    auto *filters = new FilterChips(u"Which meetings"_s);
    filters->addFilter(u"upcoming"_s, words == Words::Long ? u"Bevorstehende"_s : u"Upcoming"_s);
    filters->addFilter(u"past"_s, u"Past"_s);
    filters->addFilter(u"recordings"_s, words == Words::Long ? u"Enregistrements"_s : u"Recordings"_s);
    filters->setCount(u"upcoming"_s, 14);
    filters->setCount(u"past"_s, 31);
    filters->setCount(u"recordings"_s, 28);
    main->addWidget(filters);
    main->addWidget(meetingTable(), 1);
    row->addLayout(main, 4);
    return page;
}

QWidget *meetingPage(Words words)
{
    auto *page = new QWidget;
    QVBoxLayout *column = pageColumn(page);
    column->setSpacing(space::m);
    auto *trail = new Breadcrumb;
    trail->setTrail({u"Courses"_s, u"BIO 1A"_s, u"Photosynthesis I"_s});
    column->addWidget(trail);
    auto *header = new PageHeader(u"Photosynthesis I"_s);
    header->setSubtitle(
        u"Monday 23 November, 08:50 – 09:35 · Europe/Paris · hosted by Tom Okafor · 823 4567 8901"_s);
    header->addChip(new Chip(ChipKind::Neutral, u"starts in 18 h"_s));
    auto *copy =
        button(words == Words::Long ? u"Einladungslink kopieren"_s : u"Copy link"_s, ButtonRole::Quiet);
    copy->setMenu(new QMenu(copy));
    header->addAction(copy);
    header->addAction(button(u"Edit…"_s, ButtonRole::Quiet));
    header->addAction(button(u"Start"_s, ButtonRole::Primary));
    column->addWidget(header);
    auto *tabs = new QTabBar;
    for (const QString &tab :
        {u"Details"_s, u"Registrants 27"_s, u"Recordings"_s, u"Attendance"_s, u"Activity"_s})
        tabs->addTab(tab);
    tabs->setCurrentIndex(1);
    tabs->setAccessibleName(u"Parts of the meeting"_s);
    column->addWidget(tabs);
    auto *table = new TableView(u"Registrants"_s);
    table->setModel(tableModel({u"Name"_s, u"E-mail"_s, u"Known as"_s, u"Status"_s, u"Registered"_s, u""_s},
        {{u"Aïcha Benali"_s, u"aicha.benali@lakeside.example"_s, u"learner, group 1"_s, u"+Approved"_s,
             u"2 Nov"_s, u"_Copy their link"_s},
            {u"Lea Brandt"_s, u"lea.brandt@lakeside.example"_s, u"learner, group 1"_s, u"+Approved"_s,
                u"2 Nov"_s, u"_Copy their link"_s},
            {u"Wei Chen"_s, u"wei.chen@lakeside.example"_s, u"learner, group 2"_s, u"!Waiting"_s,
                u"yesterday"_s, u">Approve"_s}},
        table));
    for (int row = 0; row < 3; ++row) {
        auto *item = static_cast<QStandardItemModel *>(table->model())->item(row);
        item->setCheckable(true);
        item->setCheckState(row == 1 ? Qt::Checked : Qt::Unchecked);
    }
    table->setColumnLook(0, ColumnLook::Strong);
    table->setColumnLook(1, ColumnLook::Dim);
    table->setColumnLook(2, ColumnLook::Dim);
    table->setColumnLook(4, ColumnLook::Dim);
    table->setItemDelegateForColumn(3, new CellRows(table));
    table->setItemDelegateForColumn(5, new CellRows(table));
    const int widths[] = {230, 270, 210, 120, 120, 140};
    for (int c = 0; c < 6; ++c)
        table->setColumnWidth(c, widths[c]);
    table->setStretchColumn(1);
    column->addWidget(table, 1);
    auto *facts = new KeyValueList;
    facts->setRows({{u"Meeting ID"_s, u"823 4567 8901"_s}, {u"Passcode"_s, u"K9-3xa"_s},
        {u"Waiting room"_s, u"on, for those who are not registered"_s}});
    column->addWidget(facts);
    return page;
}

MainWindow *windowAround(QWidget *page, const QString &place)
{
    auto *window = new MainWindow;
    window->addPlace(
        u"today"_s, u"Today"_s, themedIcon(u"go-jump-today"_s), place == u"today" ? page : new QWidget);
    window->addPlace(u"courses"_s, u"Courses"_s, QIcon(), place == u"courses" ? page : new QWidget);
    for (const QString &title : {u"My meetings"_s, u"Everyone"_s, u"All meetings"_s, u"Recordings"_s})
        window->addPlace(title, title, QIcon(), new QWidget);
    window->showPlace(place);
    window->setViewers(
        {{u"1"_s, u"Tom Okafor"_s, u"teacher"_s}, {u"2"_s, u"Lea Brandt"_s, u"learner"_s}}, u"1"_s);
    window->setFreshness(StatusDot::State::Good, u"Up to date · events from the relay, 2 s ago"_s);
    window->setWaiting(u"1 change waiting to be sent"_s);
    return window;
}

} // namespace

QList<Scene> galleryScenes(Words words)
{
    return {{"today", [words]() -> QWidget * { return windowAround(todayPage(words), u"today"_s); }},
        {"courses", [words]() -> QWidget * { return windowAround(coursesPage(words), u"courses"_s); }},
        {"meeting", [words]() -> QWidget * { return windowAround(meetingPage(words), u"courses"_s); }},
        {"schedule", [words] { return scheduleDialog(words); }}, {"menu", [words] { return menu(words); }},
        {"views", [words] { return viewsPage(words); }},
        {"controls", [words] { return controlsPage(words); }}};
}

} // namespace lectern::test
