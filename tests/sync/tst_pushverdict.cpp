// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pushverdict.h"

#include <QTest>

using namespace lectern;
using Kind = store::ChangeRow::Kind;
using Step = sync::PushVerdict::Step;
using Reach = sync::PushVerdict::Reach;

Q_DECLARE_METATYPE(lectern::Error)

class TestPushVerdict : public QObject
{
    Q_OBJECT

    const QDateTime m_retryAt{QDate(2026, 3, 2), QTime(9, 0), Qt::UTC};
    const QDateTime m_midnight{QDate(2026, 3, 3), QTime(0, 0), Qt::UTC};

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Error>("error");
        QTest::addColumn<Step>("step");
        QTest::addColumn<Reach>("reach");

        const auto row = [](const char *name, Kind kind, Error error, Step step, Reach reach) {
            QTest::newRow(name) << kind << error << step << reach;
        };
        row("update, offline", Kind::Update, {.code = ErrorCode::Network, .message = {}}, Step::Wait,
            Reach::Unreached);
        row("update, timeout", Kind::Update, {.code = ErrorCode::Timeout, .message = {}}, Step::Wait,
            Reach::Unreached);
        row("create, timeout", Kind::Create, {.code = ErrorCode::Timeout, .message = {}}, Step::LookUp,
            Reach::Unreached);
        row("create, dropped", Kind::Create, {.code = ErrorCode::Network, .message = {}}, Step::LookUp,
            Reach::Unreached);
        row("create, server failed", Kind::Create, {.code = ErrorCode::Server, .message = {}}, Step::LookUp,
            Reach::Reached);
        row("create, web page", Kind::Create, {.code = ErrorCode::Protocol, .message = {}}, Step::LookUp,
            Reach::Reached);
        row("create, closing", Kind::Create, {.code = ErrorCode::Cancelled, .message = {}}, Step::LookUp,
            Reach::Reached);
        row("create, refused", Kind::Create, {.code = ErrorCode::Invalid, .message = {}}, Step::Fail,
            Reach::Reached);
        row("create, quota", Kind::Create, {.code = ErrorCode::RateLimited, .message = {}}, Step::Wait,
            Reach::Reached);
        row("delete of what is gone", Kind::Delete,
            {.code = ErrorCode::NotFound, .message = {}, .httpStatus = 404, .zoomCode = 3001}, Step::Done,
            Reach::Reached);
        row("delete, host gone", Kind::Delete,
            {.code = ErrorCode::NotFound, .message = {}, .httpStatus = 404, .zoomCode = 1001}, Step::Fail,
            Reach::Reached);
        row("update of what is gone", Kind::Update,
            {.code = ErrorCode::NotFound, .message = {}, .httpStatus = 404, .zoomCode = 3001}, Step::Fail,
            Reach::Reached);
        row("bad credentials", Kind::Update, {.code = ErrorCode::Unauthorized, .message = {}}, Step::HoldAll,
            Reach::Reached);
        row("bad certificate", Kind::Create, {.code = ErrorCode::Tls, .message = {}}, Step::HoldAll,
            Reach::Reached);
        row("scope missing", Kind::Update, {.code = ErrorCode::Forbidden, .message = {}, .zoomCode = 4711},
            Step::HoldAll, Reach::Reached);
        row("not allowed", Kind::Update, {.code = ErrorCode::Forbidden, .message = {}, .zoomCode = 3003},
            Step::Fail, Reach::Reached);
    }

    void judges()
    {
        QFETCH(Kind, kind);
        QFETCH(Error, error);
        QFETCH(Step, step);
        QFETCH(Reach, reach);
        const sync::PushVerdict verdict = sync::judge(kind, error, m_retryAt);
        QCOMPARE(verdict.step, step);
        QCOMPARE(verdict.reach, reach);
        const bool waits = step == Step::Wait || step == Step::LookUp;
        QCOMPARE(verdict.notBefore, waits ? m_retryAt : QDateTime());
    }

    void waitsWhereTheServerSays()
    {
        Error quota{.code = ErrorCode::RateLimited, .message = {}, .httpStatus = 429};
        quota.retryAfter = m_midnight;
        QCOMPARE(sync::judge(Kind::Create, quota, m_retryAt).notBefore, m_midnight);
    }
};

QTEST_APPLESS_MAIN(TestPushVerdict)
#include "tst_pushverdict.moc"
