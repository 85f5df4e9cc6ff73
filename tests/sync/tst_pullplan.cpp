// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullplan.h"

#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;
using school::MeetingStatus;
using school::MeetingType;
using sync::TagPlace;

namespace {

zoom::MeetingSummary row(qint64 id, MeetingType type = MeetingType::Scheduled, const QString &agenda = {})
{
    zoom::MeetingSummary summary;
    summary.id = id;
    summary.type = {type, QString::number(static_cast<int>(type))};
    summary.topic = u"Topic"_s;
    summary.agenda = agenda;
    summary.start = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
    return summary;
}

QHash<qint64, store::KnownMeeting> known(
    const QList<zoom::MeetingSummary> &rows, MeetingStatus status = MeetingStatus::Waiting)
{
    QHash<qint64, store::KnownMeeting> result;
    for (const sync::ListedMeeting &listed : sync::groupById(rows))
        result.insert(listed.summary.id, {MeetingId{1}, listed.summary.id, status, listed.fingerprint});
    return result;
}

} // namespace

Q_DECLARE_METATYPE(lectern::zoom::MeetingSummary)

class TestPullPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRow_data()
    {
        QTest::addColumn<zoom::MeetingSummary>("summary");
        QTest::addColumn<TagPlace>("place");
        QTest::addColumn<bool>("asked");
        const QString tag = u"Hi\n[lectern:1;course=BIO]"_s;
        QTest::newRow("tag in the agenda")
            << row(1, MeetingType::Scheduled, tag) << TagPlace::Agenda << false;
        QTest::newRow("no tag, short agenda") << row(1) << TagPlace::Agenda << false;
        QTest::newRow("agenda cut off")
            << row(1, MeetingType::Scheduled, QString(250, u'x')) << TagPlace::Agenda << true;
        QTest::newRow("tag elsewhere") << row(1) << TagPlace::TrackingField << true;
        QTest::newRow("series") << row(1, MeetingType::Recurring, tag) << TagPlace::Agenda << true;
    }

    void aNewRow()
    {
        QFETCH(zoom::MeetingSummary, summary);
        QFETCH(TagPlace, place);
        QFETCH(bool, asked);
        const sync::HostPlan plan = sync::planHost(sync::groupById({summary}), {}, place);
        QCOMPARE(plan.fetch.size(), asked ? 1 : 0);
        QCOMPARE(plan.store.size(), asked ? 0 : 1);
        QVERIFY(plan.missing.isEmpty());
    }

    void whatIsUnchangedCostsNothing()
    {
        const QList<zoom::MeetingSummary> rows{row(1), row(2, MeetingType::Recurring)};
        const sync::HostPlan plan =
            sync::planHost(sync::groupById(rows), known(rows), TagPlace::TrackingField);
        QVERIFY(plan.store.isEmpty());
        QVERIFY(plan.fetch.isEmpty());
        QVERIFY(plan.missing.isEmpty());
    }

    void whatChangedIsAskedFor()
    {
        const QList<zoom::MeetingSummary> before{row(1), row(2)};
        QList<zoom::MeetingSummary> after = before;
        after[1].topic = u"Another"_s;
        const sync::HostPlan plan = sync::planHost(sync::groupById(after), known(before), TagPlace::Agenda);
        QCOMPARE(plan.fetch.size(), 1);
        QCOMPARE(plan.fetch.first().summary.id, 2);
    }

    void whatIsMissingIsAskedFor_data()
    {
        QTest::addColumn<MeetingStatus>("status");
        QTest::addColumn<qsizetype>("asked");
        QTest::newRow("waiting") << MeetingStatus::Waiting << qsizetype{1};
        QTest::newRow("started") << MeetingStatus::Started << qsizetype{1};
        QTest::newRow("over: it has expired") << MeetingStatus::Ended << qsizetype{0};
    }

    void whatIsMissingIsAskedFor()
    {
        QFETCH(MeetingStatus, status);
        QFETCH(qsizetype, asked);
        QCOMPARE(sync::planHost({}, known({row(7)}, status), TagPlace::Agenda).missing.size(), asked);
    }

    void aSeriesOfManyRowsIsOneMeeting()
    {
        QList<zoom::MeetingSummary> rows{row(1, MeetingType::Recurring), row(1, MeetingType::Recurring)};
        rows[1].start = rows[0].start.addDays(7);
        QCOMPARE(sync::groupById(rows).size(), 1);
        QVERIFY(sync::groupById(rows).first().fingerprint != sync::groupById({rows[0]}).first().fingerprint);
    }

    void upcomingComesFirst()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
        QList<QDateTime> starts{
            now.addDays(-9), now.addDays(3), now.addDays(-1), QDateTime(), now.addSecs(60)};
        std::stable_sort(starts.begin(), starts.end(),
            [&](const QDateTime &a, const QDateTime &b) { return sync::comesBefore(a, b, now); });
        const QList<QDateTime> expected{
            now.addSecs(60), now.addDays(3), QDateTime(), now.addDays(-1), now.addDays(-9)};
        QCOMPARE(starts, expected);
    }
};

QTEST_APPLESS_MAIN(TestPullPlan)
#include "tst_pullplan.moc"
