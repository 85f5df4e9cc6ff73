// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagefixture.h"
#include "support/accessibility.h"

#include "ui/all/allmeetingspage.h"
#include "ui/all/meetingtable.h"
#include "ui/filters/filterbox.h"
#include "ui/style/appearance.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using models::MeetingRowsModel;
using store::test::ok;
using test::PageWorld;

namespace {

/// A school with a term, two courses and meetings around now, one of them live.
struct Term : PageWorld
{
    CourseId bio = addCourse(u"BIO 1A"_s, u"Biology for beginners"_s);
    CourseId chem = addCourse(u"CHEM 2"_s, u"Chemistry, second year"_s);
    PersonId tom = person(u"tom@school.example"_s, school::Role::Teacher);

    Term()
    {
        ok(hosts.save(store::test::host(u"host-1"_s, u"t.okafor@school.example"_s, u"Tom Okafor"_s)));
        ok(hosts.save(store::test::host(u"host-2"_s, u"m.ferrante@school.example"_s, u"Maria Ferrante"_s)));
        const school::CourseOwner biology{.course = bio, .session = {}, .group = {}};
        const school::CourseOwner chemistry{.course = chem, .session = {}, .group = {}};
        const MeetingId live = meeting(1, biology, -20, u"Photosynthesis I"_s);
        ok(meetings.setStatus(live, school::MeetingStatus::Started, clock.now().addSecs(-1200)));
        meeting(2, chemistry, 75, u"Acids, bases, alibis"_s);
        meeting(3, biology, 60 * 26, u"Open lab"_s);
        meeting(4, school::PersonOwner{tom}, 60 * 30, u"Office hour"_s);
        meeting(5, school::Everyone{}, 60 * 24 * 9, u"Assembly"_s);
        meeting(6, biology, -60 * 24 * 40, u"Cells, last month"_s);
    }
    CourseId addCourse(const QString &code, const QString &title)
    {
        school::Course course;
        course.code = code;
        course.title = title;
        return ok(courses.save(course));
    }
};

} // namespace

class AllMeetingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Scheme::Light); }
    void asksNothingBeforeItIsSeen();
    void showsWhatIsToCome();
    void findsWhileTyping();
    void narrows_data();
    void narrows();
    void allDatesAreOneClickAway();
    void clearingBringsEverythingBack();
    void liveComesFirstByStatus();
    void enterOpens();
    void theMenuCopiesTheLink();
    void columnsAreKept();
    void exportsAllThatIsFound();
    void anEmptySchoolBegins();
    void aFailureSaysWhatToDo();
    void namesEveryControl();
    void looks_data();
    void looks();

private:
    /// Shows the page and waits for its rows.
    void open(PageWorld &world);
    void settle();
    [[nodiscard]] MeetingTable *table() const { return m_page->findChild<MeetingTable *>(); }
    [[nodiscard]] QStringList topics() const;
    [[nodiscard]] QComboBox *box(const QString &name) const { return m_page->findChild<QComboBox *>(name); }
    [[nodiscard]] bool says(const QString &words) const;
    void choose(const QString &name, const QString &words);

    std::unique_ptr<AllMeetingsPage> m_page;
    PageWorld *m_world = nullptr;
};

void AllMeetingsPageTest::open(PageWorld &world)
{
    m_world = &world;
    m_page = std::make_unique<AllMeetingsPage>(world.services);
    m_page->resize(1232, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    settle();
}

/// Waits until all that was asked is answered.
void AllMeetingsPageTest::settle()
{
    bool isDone = false;
    m_world->reader.read(
        this, [](store::Database &) -> Result<int> { return 0; },
        [&isDone](const Result<int> &) { isDone = true; });
    QTRY_VERIFY(isDone);
}

QStringList AllMeetingsPageTest::topics() const
{
    QStringList result;
    const QAbstractItemModel &model = *table()->model();
    for (int line = 0; line < model.rowCount(); ++line)
        result << model.index(line, MeetingRowsModel::Topic).data().toString();
    return result;
}

bool AllMeetingsPageTest::says(const QString &words) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void AllMeetingsPageTest::choose(const QString &name, const QString &words)
{
    const int place = box(name)->findText(words, Qt::MatchStartsWith);
    QVERIFY2(place >= 0, qPrintable(words));
    box(name)->setCurrentIndex(place);
    settle();
}

void AllMeetingsPageTest::asksNothingBeforeItIsSeen()
{
    Term term;
    m_world = &term;
    m_page = std::make_unique<AllMeetingsPage>(term.services);
    term.tell(store::ChangeNotice::Meetings);
    settle();
    QVERIFY(topics().isEmpty());
}

void AllMeetingsPageTest::showsWhatIsToCome()
{
    Term term;
    open(term);
    QCOMPARE(topics(),
        (QStringList{u"Photosynthesis I"_s, u"Acids, bases, alibis"_s, u"Open lab"_s, u"Office hour"_s,
            u"Assembly"_s}));
    QVERIFY(says(u"5 meeting"_s));
    QVERIFY(!m_page->findChild<QPushButton *>(u"clearFilters"_s)->isVisible());
}

void AllMeetingsPageTest::findsWhileTyping()
{
    Term term;
    open(term);
    auto *search = m_page->findChild<SearchField *>();
    QTest::keyClicks(search, u"acid"_s);
    settle();
    QCOMPARE(topics(), QStringList{u"Acids, bases, alibis"_s});
    QTest::keyClick(search, Qt::Key_Escape);
    settle();
    QCOMPARE(topics().size(), 5);
}

void AllMeetingsPageTest::narrows_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("found");
    const QString photosynthesis = u"Photosynthesis I"_s;
    const QString acids = u"Acids, bases, alibis"_s;
    QTest::newRow("course") << u"course"_s << u"CHEM 2"_s << QStringList{acids};
    QTest::newRow("live") << u"status"_s << u"Live"_s << QStringList{photosynthesis};
    QTest::newRow("personal") << u"kind"_s << u"Personal meeting"_s << QStringList{u"Office hour"_s};
    QTest::newRow("today") << u"period"_s << u"Today"_s << QStringList{photosynthesis, acids};
    QTest::newRow("all dates") << u"period"_s << u"All dates"_s
                               << QStringList{u"Cells, last month"_s, photosynthesis, acids, u"Open lab"_s,
                                      u"Office hour"_s, u"Assembly"_s};
    QTest::newRow("host") << u"host"_s << u"Maria"_s << QStringList{};
}

void AllMeetingsPageTest::narrows()
{
    QFETCH(QString, box);
    QFETCH(QString, choice);
    Term term;
    open(term);
    choose(box, choice);
    QTEST(topics(), "found");
    QVERIFY(m_page->findChild<QPushButton *>(u"clearFilters"_s)->isVisible());
}

void AllMeetingsPageTest::allDatesAreOneClickAway()
{
    Term term;
    open(term);
    QTest::keyClicks(m_page->findChild<SearchField *>(), u"last month"_s);
    settle();
    QVERIFY(says(u"No meeting on these dates matches"_s));
    auto *button = m_page->findChild<EmptyState *>()->findChild<QPushButton *>();
    QCOMPARE(button->text(), u"Look at all dates"_s);
    button->click();
    settle();
    QCOMPARE(topics(), QStringList{u"Cells, last month"_s});
}

void AllMeetingsPageTest::clearingBringsEverythingBack()
{
    Term term;
    open(term);
    choose(u"period"_s, u"All dates"_s);
    choose(u"host"_s, u"Maria"_s);
    QTest::keyClicks(m_page->findChild<SearchField *>(), u"nothing"_s);
    settle();
    QVERIFY(says(u"No meeting matches"_s));
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"clearFilters"_s), Qt::LeftButton);
    settle();
    QCOMPARE(topics().size(), 5);
    QCOMPARE(box(u"host"_s)->currentIndex(), 0);
    QVERIFY(!m_page->findChild<QPushButton *>(u"clearFilters"_s)->isVisible());
}

void AllMeetingsPageTest::liveComesFirstByStatus()
{
    Term term;
    open(term);
    choose(u"period"_s, u"All dates"_s);
    table()->sortByColumn(MeetingRowsModel::Status, Qt::AscendingOrder);
    settle();
    QCOMPARE(topics().first(), u"Photosynthesis I"_s);
    QVERIFY(says(u"live first"_s));
}

void AllMeetingsPageTest::enterOpens()
{
    Term term;
    open(term);
    QSignalSpy opened(m_page.get(), &AllMeetingsPage::openMeeting);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<MeetingId>(), *ok(term.meetings.idForZoomId(2)));
}

void AllMeetingsPageTest::theMenuCopiesTheLink()
{
    Term term;
    store::RemoteListRow row = term.listRow(9, school::Everyone{}, 5, u"With a link"_s);
    row.meeting.joinUrl = u"https://zoom.example/j/9"_s;
    ok(term.meetings.upsert(row));
    open(term);
    QSignalSpy told(&term.notices, &Notices::told);
    table()->setCurrentIndex(
        table()->model()->index(static_cast<int>(topics().indexOf(u"With a link"_s)), 0));
    Q_EMIT table()->customContextMenuRequested(QPoint(10, 10));
    auto *menu = table()->findChild<QMenu *>();
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto copy = std::find_if(actions.begin(), actions.end(),
        [](const QAction *action) { return action->text() == u"&Copy link"_s; });
    QVERIFY(copy != actions.end());
    (*copy)->trigger();
    QVERIFY(told.wait());
    QCOMPARE(QApplication::clipboard()->text(), u"https://zoom.example/j/9"_s);
}

void AllMeetingsPageTest::columnsAreKept()
{
    Term term;
    open(term);
    QSignalSpy kept(m_page.get(), &AllMeetingsPage::headerStateChanged);
    QVERIFY(table()->isColumnHidden(MeetingRowsModel::Kind)); // until it is asked for
    QCOMPARE(table()->header()->length(), std::max(table()->viewport()->width(), 0));
    QCOMPARE(table()->header()->sectionSize(MeetingRowsModel::Kind), 0);
    table()->setColumnHidden(MeetingRowsModel::Kind, false);
    table()->setColumnHidden(MeetingRowsModel::Duration, true);
    table()->header()->resizeSection(MeetingRowsModel::Host, 222);
    table()->header()->resizeSection(MeetingRowsModel::Host, 223);
    table()->sortByColumn(MeetingRowsModel::Topic, Qt::DescendingOrder);
    QVERIFY(kept.wait());
    QCOMPARE(kept.size(), 1);
    const QByteArray state = kept.first().first().toByteArray();

    m_page = std::make_unique<AllMeetingsPage>(term.services);
    m_page->restoreHeaderState(state);
    m_page->restoreHeaderState("not a state");
    m_page->show();
    QTRY_VERIFY(!topics().isEmpty());
    QVERIFY(!table()->isColumnHidden(MeetingRowsModel::Kind));
    QVERIFY(table()->isColumnHidden(MeetingRowsModel::Duration));
    QCOMPARE(table()->header()->sectionSize(MeetingRowsModel::Host), 223);
    QCOMPARE(topics().first(), u"Photosynthesis I"_s);
    QCOMPARE(topics().last(), u"Acids, bases, alibis"_s);
}

void AllMeetingsPageTest::exportsAllThatIsFound()
{
    Term term;
    for (int i = 0; i < 900; ++i)
        term.meeting(100 + i, school::Everyone{}, 60 * 24 * 20 + i, u"=Lesson %1"_s.arg(i));
    open(term);
    QTest::keyClicks(m_page->findChild<SearchField *>(), u"lesson"_s);
    settle();
    QTRY_COMPARE(topics().size(), 900); // the count comes after the first page
    QVERIFY(topics().contains(QString())); // not all are loaded, and exported all the same
    term.prompts.fileToSave = term.folder.filePath(u"out.csv"_s);
    QSignalSpy told(&term.notices, &Notices::told);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"export"_s), Qt::LeftButton);
    QVERIFY(told.wait());
    QCOMPARE(told.first().first().toString(), u"Saved 900 meeting(s) to out.csv."_s);
    QCOMPARE(term.prompts.proposedNames, QStringList{u"meetings 2026-11-23.csv"_s});
    QFile file(term.prompts.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 902); // titles, 900 meetings, the end
    QVERIFY2(lines.at(1).startsWith("2026-12-13,10:00,Europe/Paris,60,'=Lesson 0,"), lines.at(1).constData());
    QVERIFY(m_page->findChild<QPushButton *>(u"export"_s)->isEnabled());
}

void AllMeetingsPageTest::anEmptySchoolBegins()
{
    PageWorld world;
    open(world);
    choose(u"period"_s, u"All dates"_s);
    QVERIFY(says(u"No meetings yet"_s));
    QSignalSpy schedule(m_page.get(), &AllMeetingsPage::scheduleRequested);
    m_page->findChild<EmptyState *>()->findChild<QPushButton *>()->click();
    QCOMPARE(schedule.size(), 1);
    QVERIFY(!m_page->findChild<QPushButton *>(u"export"_s)->isEnabled());
}

void AllMeetingsPageTest::aFailureSaysWhatToDo()
{
    PageWorld world;
    models::StoreReader nowhere(world.folder.filePath(u"missing/school.sqlite"_s), world.clock);
    Services services{world.commands, nowhere, world.viewer, world.clock, world.prompts, world.entry,
        world.links, world.notices};
    m_page = std::make_unique<AllMeetingsPage>(services);
    m_page->show();
    QTRY_VERIFY(says(u"The meetings cannot be shown."_s));
    QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
    m_page.reset();
}

void AllMeetingsPageTest::namesEveryControl()
{
    Term term;
    open(term);
    QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
    choose(u"period"_s, u"Between two days"_s);
    QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
    QTest::keyClicks(m_page->findChild<SearchField *>(), u"nothing"_s);
    settle();
    QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
}

void AllMeetingsPageTest::looks_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<int>("width");
    QTest::newRow("light") << Scheme::Light << 1232;
    QTest::newRow("dark") << Scheme::Dark << 1232;
    QTest::newRow("narrow") << Scheme::Light << 860;
}

/// Pictures for people; that nothing is cut off is checked here.
void AllMeetingsPageTest::looks()
{
    QFETCH(Scheme, scheme);
    QFETCH(int, width);
    const QString name = u"all-%1"_s.arg(QLatin1String(QTest::currentDataTag()));
    applyAppearance(*qApp, scheme);
    Term term;
    term.meeting(50, school::CourseOwner{.course = term.bio, .session = {}, .group = {}}, 100,
        u"An introduction to the very long names that teachers like to give to what they are about to teach, part 2"_s);
    open(term);
    m_page->resize(width, 640);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QVERIFY(m_page->minimumSizeHint().width() <= width);
    test::photograph(*m_page, name);
    choose(u"period"_s, u"Between two days"_s);
    QTest::keyClicks(m_page->findChild<SearchField *>(), u"nothing like it"_s);
    settle();
    test::photograph(*m_page, name + u"-nothing"_s);
    m_page.reset();
    applyAppearance(*qApp, Scheme::Light);
}

QTEST_MAIN(AllMeetingsPageTest)
#include "tst_allmeetingspage.moc"
