// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/handout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern::feed;

namespace {

void add(HandOut &out, int first, int count)
{
    for (int i = first; i < first + count; ++i)
        out.add({"{}", QByteArray::number(i), {}});
}

qsizetype taken(HandOut &out)
{
    const std::optional<Batch> batch = out.take();
    return batch ? batch->events.size() : -1;
}

} // namespace

class TestHandOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOutInOrder()
    {
        HandOut out(u"relay"_s, 3);
        QVERIFY(!out.take());
        add(out, 1, 2);
        const std::optional<Batch> batch = out.take();
        QVERIFY(batch);
        QCOMPARE(batch->source, u"relay"_s);
        QCOMPARE(batch->position, "2");
        QCOMPARE(batch->events.first().position, "1");
        QVERIFY(!out.take());
    }

    void holdsBackWhatIsTooMuch()
    {
        HandOut out(u"relay"_s, 3);
        add(out, 1, 5);
        QCOMPARE(taken(out), 3);
        QVERIFY(out.isFull());
        QCOMPARE(out.waiting(), 2);
        QCOMPARE(out.position(), "5");
        QCOMPARE(taken(out), -1);
        out.acknowledge("1");
        QCOMPARE(taken(out), 1);
        out.acknowledge("4");
        QVERIFY(!out.isFull());
        QCOMPARE(taken(out), 1);
        out.acknowledge("5");
        QCOMPARE(taken(out), -1);
    }

    void anUnknownPositionAcknowledgesNothing()
    {
        HandOut out(u"relay"_s, 2);
        add(out, 1, 2);
        QCOMPARE(taken(out), 2);
        out.acknowledge("9");
        out.acknowledge({});
        QVERIFY(out.isFull());
        out.acknowledge("2");
        QVERIFY(!out.isFull());
        out.acknowledge("2");
        QVERIFY(!out.isFull());
    }

    void aMoveIsTold()
    {
        HandOut out(u"relay"_s, 2);
        out.startAfter("1");
        out.move("1");
        QVERIFY(!out.take());
        out.move("7");
        const std::optional<Batch> batch = out.take();
        QVERIFY(batch);
        QVERIFY(batch->events.isEmpty());
        QCOMPARE(batch->position, "7");
        QVERIFY(!out.take());
    }

    void aMoveWaitsBehindItsEvents()
    {
        HandOut out(u"relay"_s, 1);
        add(out, 1, 2);
        out.move("9");
        QCOMPARE(out.take()->position, "1");
        QVERIFY(!out.take());
        out.acknowledge("1");
        const std::optional<Batch> batch = out.take();
        QCOMPARE(batch->events.size(), 1);
        QCOMPARE(batch->position, "9");
        out.acknowledge("9");
        QVERIFY(!out.isFull());
    }

    void startsAgain()
    {
        HandOut out(u"relay"_s, 2);
        add(out, 1, 5);
        QCOMPARE(taken(out), 2);
        out.startAfter("1");
        QCOMPARE(out.position(), "1");
        QVERIFY(!out.isFull());
        QVERIFY(!out.take());
    }
};

QTEST_APPLESS_MAIN(TestHandOut)
#include "tst_handout.moc"
