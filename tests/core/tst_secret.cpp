// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;

// The only way out is reveal().
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<Secret, QString>);
static_assert(!std::is_convertible_v<Secret, bool>);
static_assert(!std::is_convertible_v<QByteArray, Secret>);
static_assert(!std::equality_comparable<Secret>);

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsNothing();
    void reveals();
};

void TestSecret::printsNothing()
{
    QString text;
    QDebug(&text) << Secret("hunter2") << Secret();
    QVERIFY2(!text.contains(u"hunter2"), qPrintable(text));
    QCOMPARE(text.count(u"•••"_s), 2); // not even whether there is one
}

void TestSecret::reveals()
{
    QCOMPARE(Secret("hunter2").reveal(), QByteArray("hunter2"));
    QVERIFY(!Secret("hunter2").isEmpty());
    QVERIFY(Secret().isEmpty());
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
