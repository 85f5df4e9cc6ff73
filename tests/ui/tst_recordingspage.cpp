// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagefixture.h"
#include "support/accessibility.h"

#include "store/recordingrepository.h"
#include "ui/recordings/recordingspage.h"
#include "ui/recordings/recordingtable.h"
#include "ui/style/appearance.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using models::RecordingListModel;
using store::test::ok;
using test::PageWorld;

namespace {

/// Recordings of a course Tom teaches, and of one he does not.
struct Archive : PageWorld
{
    store::RecordingRepository recordings{*database};
    CourseId bio = ok(courses.findOrAddCourse(u"BIO 1A"_s));
    CourseId art = ok(courses.findOrAddCourse(u"ART 3"_s));

    Archive()
    {
        ok(hosts.save(store::test::host(u"host-1"_s, u"tom@school.example"_s, u"Tom Okafor"_s)));
        ok(hosts.save(store::test::host(u"host-2"_s, u"maria@school.example"_s, u"Maria Ferrante"_s)));
        const PersonId tom = person(u"teacher@school.example"_s, school::Role::Teacher);
        ok(courses.enrol({.person = tom,
            .course = bio,
            .session = {},
            .group = {},
            .role = school::EnrolmentRole::Teacher}));
        meeting(1, school::CourseOwner{.course = bio, .session = {}, .group = {}}, 60, u"Photosynthesis"_s);
        meeting(2, school::CourseOwner{.course = art, .session = {}, .group = {}}, 90, u"Light and shade"_s);
        add(1, 1, u"host-1"_s, u"Photosynthesis"_s, 1);
        add(2, 1, u"host-1"_s, u"Respiration"_s, 8);
        add(3, 2, u"host-2"_s, u"Light and shade"_s, 40);
    }
    void add(int number, qint64 zoomMeeting, const QString &host, const QString &topic, int daysAgo)
    {
        store::RemoteRecording remote;
        remote.zoomMeetingId = zoomMeeting;
        remote.hostZoomUserId = host;
        remote.recording.instanceUuid = u"uuid-%1"_s.arg(number);
        remote.recording.topic = topic;
        remote.recording.start = clock.now().addDays(-daysAgo);
        remote.recording.duration = std::chrono::minutes(45);
        remote.recording.totalSizeBytes = 250'000'000;
        remote.recording.shareUrl = u"https://zoom.example/rec/%1"_s.arg(number);
        store::RecordingFileRow video;
        video.zoomFileId = u"file-%1"_s.arg(number);
        video.fileType = u"MP4"_s;
        remote.recording.files = {video};
        ok(recordings.save(remote));
    }
};

} // namespace

class RecordingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Scheme::Light); }
    void cleanup() { m_page.reset(); }
    void administratorsSeeAll();
    void teachersSeeTheirOwn();
    void narrows_data();
    void narrows();
    void nothingFoundOffersTheWayBack();
    void spaceWatches();
    void enterOpensTheMeeting();
    void exportsAllThatIsFound();
    void emptySaysWhatBelongsHere();
    void namesEveryControl();
    void looks_data();
    void looks();

private:
    void open(PageWorld &world);
    void settle();
    [[nodiscard]] RecordingTable *table() const { return m_page->findChild<RecordingTable *>(); }
    [[nodiscard]] QStringList topics() const;
    [[nodiscard]] bool says(const QString &words) const;
    void choose(const QString &name, const QString &words);

    std::unique_ptr<RecordingsPage> m_page;
    PageWorld *m_world = nullptr;
};

void RecordingsPageTest::open(PageWorld &world)
{
    m_world = &world;
    m_page = std::make_unique<RecordingsPage>(world.services);
    m_page->resize(1232, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    settle();
}

/// Waits until all that was asked is answered.
void RecordingsPageTest::settle()
{
    bool isDone = false;
    m_world->reader.read(
        this, [](store::Database &) -> Result<int> { return 0; },
        [&isDone](const Result<int> &) { isDone = true; });
    QTRY_VERIFY(isDone);
}

QStringList RecordingsPageTest::topics() const
{
    QStringList result;
    const QAbstractItemModel &model = *table()->model();
    for (int line = 0; line < model.rowCount(); ++line)
        result << model.index(line, RecordingListModel::Topic).data().toString();
    return result;
}

bool RecordingsPageTest::says(const QString &words) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void RecordingsPageTest::choose(const QString &name, const QString &words)
{
    auto *box = m_page->findChild<QComboBox *>(name);
    const int place = box->findText(words, Qt::MatchStartsWith);
    QVERIFY2(place >= 0, qPrintable(words));
    box->setCurrentIndex(place);
    settle();
}

void RecordingsPageTest::administratorsSeeAll()
{
    Archive archive;
    open(archive);
    QCOMPARE(topics(), (QStringList{u"Photosynthesis"_s, u"Respiration"_s, u"Light and shade"_s}));
    QVERIFY(says(u"3 recording"_s));
    QVERIFY(says(u"750.0 MB in all"_s));
}

void RecordingsPageTest::teachersSeeTheirOwn()
{
    Archive archive;
    archive.viewAs(u"teacher@school.example", school::Role::Teacher);
    open(archive);
    QCOMPARE(topics(), (QStringList{u"Photosynthesis"_s, u"Respiration"_s}));
    QCOMPARE(m_page->findChild<QComboBox *>(u"course"_s)->count(), 2); // any, and their own
    archive.viewAs(u"ada@school.example", school::Role::Administrator);
    settle();
    QTRY_COMPARE(topics().size(), 3);
}

void RecordingsPageTest::narrows_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("course") << u"course"_s << u"ART 3"_s << QStringList{u"Light and shade"_s};
    QTest::newRow("host") << u"host"_s << u"Tom"_s << QStringList{u"Photosynthesis"_s, u"Respiration"_s};
    QTest::newRow("month") << u"period"_s << u"This month"_s
                           << QStringList{u"Photosynthesis"_s, u"Respiration"_s};
}

void RecordingsPageTest::narrows()
{
    QFETCH(QString, box);
    QFETCH(QString, choice);
    Archive archive;
    open(archive);
    choose(box, choice);
    QTEST(topics(), "found");
}

void RecordingsPageTest::nothingFoundOffersTheWayBack()
{
    Archive archive;
    open(archive);
    QTest::keyClicks(m_page->findChild<SearchField *>(), u"nothing like it"_s);
    settle();
    QVERIFY(says(u"No recording matches"_s));
    m_page->findChild<EmptyState *>()->findChild<QPushButton *>()->click();
    settle();
    QCOMPARE(topics().size(), 3);
}

void RecordingsPageTest::spaceWatches()
{
    Archive archive;
    open(archive);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(1, RecordingListModel::Topic));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(archive.links.opened, QList<QUrl>{QUrl(u"https://zoom.example/rec/2"_s)});
}

void RecordingsPageTest::enterOpensTheMeeting()
{
    Archive archive;
    open(archive);
    QSignalSpy opened(m_page.get(), &RecordingsPage::openMeeting);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(2, RecordingListModel::Topic));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<MeetingId>(), *ok(archive.meetings.idForZoomId(2)));
}

void RecordingsPageTest::exportsAllThatIsFound()
{
    Archive archive;
    open(archive);
    choose(u"host"_s, u"Tom"_s);
    archive.prompts.fileToSave = archive.folder.filePath(u"out.csv"_s);
    QSignalSpy told(&archive.notices, &Notices::told);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"export"_s), Qt::LeftButton);
    QVERIFY(told.wait());
    QCOMPARE(told.first().first().toString(), u"Saved 2 recording(s) to out.csv."_s);
    QFile file(archive.prompts.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.at(1),
        QByteArray("2026-11-22,10:00,Europe/Paris,45,Photosynthesis,BIO 1A,Tom Okafor,"
                   "tom@school.example,1,250000000,https://zoom.example/rec/1\r"));
}

void RecordingsPageTest::emptySaysWhatBelongsHere()
{
    PageWorld world;
    open(world);
    QVERIFY(says(u"No recordings yet"_s));
    QVERIFY(!m_page->findChild<QPushButton *>(u"export"_s)->isEnabled());
    QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
    test::photograph(*m_page, u"recordings-empty"_s);
}

void RecordingsPageTest::namesEveryControl()
{
    Archive archive;
    open(archive);
    choose(u"period"_s, u"Between two days"_s);
    QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
}

void RecordingsPageTest::looks_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

/// Pictures for people; that the page fits a small screen is checked here.
void RecordingsPageTest::looks()
{
    QFETCH(Scheme, scheme);
    applyAppearance(*qApp, scheme);
    Archive archive;
    open(archive);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(m_page->minimumSizeHint().width() <= 860);
    test::photograph(*m_page, u"recordings-%1"_s.arg(QLatin1String(QTest::currentDataTag())));
    m_page.reset();
    applyAppearance(*qApp, Scheme::Light);
}

QTEST_MAIN(RecordingsPageTest)
#include "tst_recordingspage.moc"
