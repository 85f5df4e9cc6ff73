// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/ownertag.h"

#include <QTest>

using namespace lectern;
using namespace lectern::school;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lectern::school::OwnerTag)

namespace {

QUuid reference()
{
    return QUuid::fromString(u"1b4e28ba-2fa1-4d2b-883f-0016d3cca427");
}

OwnerTag course(const QString &code, const QString &session = {}, const QString &group = {}, QUuid ref = {})
{
    return {OwnerTag::Course{code, session, group}, ref};
}

OwnerTag person(const QString &email)
{
    return {OwnerTag::Person{email}, {}};
}

OwnerTag everyone(QUuid ref = {})
{
    return {OwnerTag::Everyone{}, ref};
}

QList<OwnerTag> allKinds()
{
    return {everyone(), everyone(reference()), person(u"t.okafor@lakeside.example"_s), course(u"BIO-1A"_s),
        course(u"BIO-1A"_s, u"2026-AUT"_s, u"BIO-1A-1"_s, reference())};
}

QStringList nastyAgendas()
{
    return {{}, u"\n"_s, u"\n\n"_s, u"\r\n"_s, u" "_s, u"Chapter 3"_s, u"Chapter 3\n"_s, u"Chapter 3\r\n"_s,
        u"one\r\ntwo\r\n\r\n"_s, u"Bring \U0001F52C and \U0001F9EC"_s, u"\U0001F468\u200D\U0001F469"_s,
        u"\u05E9\u05DC\u05D5\u05DD \u0627\u0644\u0633\u0644\u0627\u0645\u200F"_s, QString(QChar(0xD83D)),
        u"[lectern:1;everyone]"_s, u"text\n[lectern:1;course=X]"_s, u"[lectern:1;course=X]\ntext"_s,
        u"[lectern:1;course=X;ref=1b4e28ba-2fa1-4d2b-883f-0016d3cca427]\ntext"_s, u"[lectern:2;everyone]"_s,
        u"[lectern:1;course=X"_s, u"lectern:1;everyone"_s, u"[]"_s, u"]\n["_s, u"a\u2028b\u2029c\vd\fe"_s,
        QString(1500, u'x'), QString(600, u'\n')};
}

} // namespace

class TestOwnerTag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void refusesWhatIsNoTag_data();
    void refusesWhatIsNoTag();
    void ignoresUnknownKeys();
    void agendaRoundTrip_data();
    void agendaRoundTrip();
    void agendaUpToTheLimit();
    void agendaTooLong();
    void foreignAgenda_data();
    void foreignAgenda();
    void foreignAgendaKeepsItsText();
};

void TestOwnerTag::text_data()
{
    QTest::addColumn<OwnerTag>("tag");
    QTest::addColumn<QString>("text");

    QTest::newRow("everyone") << everyone() << u"lectern:1;everyone"_s;
    QTest::newRow("person") << person(u"a@b.example"_s) << u"lectern:1;person=a@b.example"_s;
    QTest::newRow("course") << course(u"BIO-1A"_s) << u"lectern:1;course=BIO-1A"_s;
    QTest::newRow("whole") << course(u"BIO-1A"_s, u"2026-AUT"_s, u"G1"_s, reference())
                           << u"lectern:1;course=BIO-1A;session=2026-AUT;group=G1;"
                              "ref=1b4e28ba-2fa1-4d2b-883f-0016d3cca427"_s;
    QTest::newRow("group without session") << course(u"B"_s, {}, u"G1"_s) << u"lectern:1;course=B;group=G1"_s;
    QTest::newRow("reserved") << course(u"A;b=c%[d] e"_s) << u"lectern:1;course=A%3Bb%3Dc%25%5Bd%5D%20e"_s;
    QTest::newRow("control") << course(u"A\n\u0085\u007F"_s) << u"lectern:1;course=A%0A%C2%85%7F"_s;
    QTest::newRow("space of another kind") << course(u"A\u2028B"_s) << u"lectern:1;course=A%E2%80%A8B"_s;
    QTest::newRow("letters stay") << course(u"Été-中"_s) << u"lectern:1;course=Été-中"_s;
}

void TestOwnerTag::text()
{
    QFETCH(const OwnerTag, tag);
    QFETCH(const QString, text);

    QCOMPARE(encodeOwnerTag(tag), text);
    QCOMPARE(decodeOwnerTag(text), std::optional(tag));
}

void TestOwnerTag::refusesWhatIsNoTag_data()
{
    QTest::addColumn<QString>("text");

    for (const char *text : {"", "lectern", "lectern:", "lectern:1", "lectern:1;", "lectern:2;everyone",
             "lectern:11;everyone", "Lectern:1;everyone", "lectern:1;course=", "lectern:1;session=S",
             "lectern:1;everyone;person=a@b.example", "lectern:1;person=a@b.example;course=X",
             "lectern:1;course=A;course=B", "lectern:1;course=%", "lectern:1;course=%4",
             "lectern:1;course=%GG", "lectern:1;course=%FF", "BIO-1A"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestOwnerTag::refusesWhatIsNoTag()
{
    QFETCH(const QString, text);

    QCOMPARE(decodeOwnerTag(text), std::nullopt);
}

void TestOwnerTag::ignoresUnknownKeys()
{
    QCOMPARE(decodeOwnerTag(u"lectern:1;colour=red;course=X;new"), std::optional(course(u"X"_s)));
    QCOMPARE(decodeOwnerTag(u" lectern:1;everyone \n"), std::optional(everyone()));
    QCOMPARE(decodeOwnerTag(u"lectern:1;everyone;ref=no-uuid"), std::optional(everyone()));
}

void TestOwnerTag::agendaRoundTrip_data()
{
    QTest::addColumn<QString>("agenda");
    QTest::addColumn<OwnerTag>("tag");

    int row = 0;
    for (const QString &agenda : nastyAgendas())
        for (const OwnerTag &tag : allKinds())
            QTest::addRow("%d", ++row) << agenda << tag;
}

void TestOwnerTag::agendaRoundTrip()
{
    QFETCH(const QString, agenda);
    QFETCH(const OwnerTag, tag);

    const Result<QString> once = joinAgenda(agenda, tag);
    QVERIFY(once);
    QCOMPARE(splitAgenda(*once).agenda, agenda);
    QCOMPARE(splitAgenda(*once).tag, std::optional(tag));

    const Result<QString> twice = joinAgenda(*once, everyone());
    QVERIFY(twice);
    QCOMPARE(splitAgenda(*twice).agenda, *once);
    QCOMPARE(splitAgenda(*twice).tag, std::optional(everyone()));
}

void TestOwnerTag::agendaUpToTheLimit()
{
    const qsizetype room = maxAgendaLength - encodeOwnerTag(everyone()).size() - 3;
    const Result<QString> full = joinAgenda(QString(room, u'x'), everyone());
    QVERIFY(full);
    QCOMPARE(full->size(), maxAgendaLength);
    QCOMPARE(splitAgenda(*full).agenda, QString(room, u'x'));
    QVERIFY(!joinAgenda(QString(room + 1, u'x'), everyone()));
}

void TestOwnerTag::agendaTooLong()
{
    const Result<QString> joined = joinAgenda(QString(1999, u'x'), everyone());
    QVERIFY(!joined);
    QCOMPARE(joined.error().code, ErrorCode::Invalid);
    QCOMPARE(joined.error().fields.size(), 1);
    QCOMPARE(joined.error().fields.first().field, u"agenda"_s);
    QVERIFY2(joined.error().message.contains(u"1999"), qPrintable(joined.error().message));
    QVERIFY2(joined.error().message.contains(u"20 "), qPrintable(joined.error().message));
    QVERIFY(!joined.error().isRetryable());
}

void TestOwnerTag::foreignAgenda_data()
{
    QTest::addColumn<QString>("remote");
    QTest::addColumn<QString>("agenda");
    QTest::addColumn<bool>("tagged");

    QTest::newRow("tag alone") << u"[lectern:1;everyone]"_s << u""_s << true;
    QTest::newRow("space after") << u"text\n[lectern:1;everyone] \r\n\n"_s << u"text"_s << true;
    QTest::newRow("quoted in the middle")
        << u"a\n[lectern:1;everyone]\nb"_s << u"a\n[lectern:1;everyone]\nb"_s << false;
    QTest::newRow("written on below")
        << u"a\n[lectern:1;everyone;ref=1b4e28ba-2fa1-4d2b-883f-0016d3cca427]\nb"_s << u"a\nb"_s << true;
    QTest::newRow("written on below nothing")
        << u"[lectern:1;everyone;ref=1b4e28ba-2fa1-4d2b-883f-0016d3cca427]\nb"_s << u"b"_s << true;
    QTest::newRow("cut off") << u"text\n[lectern:1;every"_s << u"text\n[lectern:1;every"_s << false;
    QTest::newRow("within a line") << u"see [lectern:1;everyone]"_s << u"see [lectern:1;everyone]"_s << false;
}

void TestOwnerTag::foreignAgenda()
{
    QFETCH(const QString, remote);
    QFETCH(const QString, agenda);
    QFETCH(const bool, tagged);

    const TaggedAgenda split = splitAgenda(remote);
    QCOMPARE(split.agenda, agenda);
    QCOMPARE(split.tag.has_value(), tagged);
}

void TestOwnerTag::foreignAgendaKeepsItsText()
{
    for (const QString &agenda : nastyAgendas()) {
        const TaggedAgenda split = splitAgenda(agenda);
        if (!split.tag)
            QCOMPARE(split.agenda, agenda);
        else
            QVERIFY(agenda.contains(split.agenda) && agenda.contains(encodeOwnerTag(*split.tag)));
    }
}

QTEST_GUILESS_MAIN(TestOwnerTag)
#include "tst_ownertag.moc"
