// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <QTest>

using namespace std::chrono_literals;

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToTheLongest_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("first") << 1 << qint64{5000};
        QTest::newRow("second") << 2 << qint64{10000};
        QTest::newRow("third") << 3 << qint64{20000};
        QTest::newRow("at the top") << 5 << qint64{60000};
        QTest::newRow("far beyond") << 1000000 << qint64{60000};
    }

    void doublesUpToTheLongest()
    {
        QFETCH(int, failures);
        QFETCH(qint64, milliseconds);
        QCOMPARE(lectern::sync::backoff(failures, 5s, 60s).count(), milliseconds);
    }

    void neverPassesTheLongest()
    {
        QCOMPARE(lectern::sync::backoff(1, 90s, 60s), std::chrono::milliseconds(60s));
    }
};

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
