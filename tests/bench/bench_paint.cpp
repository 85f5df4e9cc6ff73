// SPDX-License-Identifier: GPL-3.0-or-later
// From Zoom to the eye: the demo school's meeting changes its topic again and again, Zoom's webhook goes from
// the sandbox through the relay into the desktop's engine, its store and a row of the table of all meetings
// in a real window. What is measured is from the moment the sandbox is asked for the change to the end of the
// painting that shows it, or a later one: so the sandbox's own part is in it, too.
//
// LECTERN_BENCH_EVENTS: how many; LECTERN_BENCH_PAUSE: milliseconds between them.

#include "core/logging.h"
#include "desktop.h"
#include "tour/hands.h"
#include "tour/outside.h"
#include "tour/sandboxview.h"
#include "tour/tourdriver.h"

#include "models/meetingrowsmodel.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::MeetingRowsModel;

namespace {

int number(const char *variable, int fallback)
{
    const int asked = qEnvironmentVariableIntValue(variable);
    return asked > 0 ? asked : fallback;
}

qint64 percentile(const QList<qint64> &sorted, double share)
{
    return sorted.at(qsizetype(share * double(sorted.size() - 1)));
}

/// Tells after each painting of a table which of the changes its rows show.
class PaintWatch : public QObject
{
    Q_OBJECT

public:
    explicit PaintWatch(QTreeView &table)
        : m_table(table)
    {
        table.viewport()->installEventFilter(this);
    }

    /// The change whose topic is among the painted rows; 0: none.
    [[nodiscard]] int latest() const { return m_latest; }

Q_SIGNALS:
    void painted(int latest);

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            const int shown = shownChange();
            // The painting is over when the loop turns again.
            QMetaObject::invokeMethod(this, [this, shown] { tell(shown); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    [[nodiscard]] int shownChange() const
    {
        const int bottom = m_table.viewport()->height();
        for (QModelIndex row = m_table.indexAt(QPoint(1, 1)); row.isValid(); row = m_table.indexBelow(row)) {
            if (m_table.visualRect(row).top() > bottom)
                break;
            const QString topic = row.siblingAtColumn(MeetingRowsModel::Topic).data().toString();
            if (topic.startsWith(u"Burst "_s))
                return topic.mid(6).toInt();
        }
        return 0;
    }

    void tell(int shown)
    {
        m_latest = qMax(m_latest, shown);
        Q_EMIT painted(m_latest);
    }

    QTreeView &m_table;
    int m_latest = 0;
};

} // namespace

class BenchPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void webhookToPaintedRow();

private:
    void findMeetingOnTop();
    void change();

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    std::unique_ptr<app::Desktop> m_desktop;
    std::unique_ptr<app::TourDriver> m_driver;
    QTreeView *m_table = nullptr;
    qint64 m_meeting = 0; ///< Zoom's number of the one that changes
};

void BenchPaint::initTestCase()
{
    auto opener = std::make_unique<app::VisitingOpener>();
    auto prompts = std::make_unique<app::ScriptedPrompts>();
    app::VisitingOpener &visits = *opener;
    app::ScriptedPrompts &answers = *prompts;
    app::Options demo;
    demo.mode = app::Options::Mode::Demo;
    m_desktop = std::make_unique<app::Desktop>(demo, m_folder.filePath(u"profile"_s),
        app::Outside{.opener = std::move(opener),
            .prompts = std::move(prompts),
            .notifier = std::make_unique<app::NotedNews>()});
    QSignalSpy ready(m_desktop.get(), &app::Desktop::demoReady);
    m_desktop->window().resize(1180, 760);
    QVERIFY(m_desktop->begin());
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->commands().status().lastPullAt.isValid(), 60'000);
    m_driver = std::make_unique<app::TourDriver>(*m_desktop, visits, answers, m_folder.path());
    m_desktop->viewerChoice().setMe(QCoro::waitFor(m_driver->anAdministrator()));
    m_desktop->window().showPlace(u"all"_s);
    QTRY_VERIFY((m_table = app::Hands::find<QTreeView>(&m_desktop->window(), {}))
        && m_table->model()->rowCount() > 0);
    findMeetingOnTop();
    QVERIFY(m_meeting != 0);
}

/// A meeting of this evening: its row is in view.
void BenchPaint::findMeetingOnTop()
{
    const QString topic = m_table->model()->index(1, MeetingRowsModel::Topic).data().toString();
    const std::optional<store::MeetingRow> row = QCoro::waitFor(m_driver->stored(topic));
    m_meeting = row ? row->zoomId : 0;
}

void BenchPaint::change()
{
    QNetworkRequest request(QUrl(m_desktop->demoControl().toString() + u"/burst"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QJsonObject order{{u"event"_s, u"meeting.updated"_s}, {u"meeting"_s, m_meeting}, {u"count"_s, 1}};
    QNetworkReply *reply = m_network.post(request, QJsonDocument(order).toJson());
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void BenchPaint::webhookToPaintedRow()
{
    const int count = number("LECTERN_BENCH_EVENTS", 300);
    const int pause = number("LECTERN_BENCH_PAUSE", 50);
    PaintWatch watch(*m_table);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->commands().status().source, sync::FeedSource::Relay, 30'000);
    change(); // the first is not counted
    QTRY_VERIFY_WITH_TIMEOUT(watch.latest() == 1, 30'000);

    QElapsedTimer clock;
    clock.start();
    QList<qint64> asked{0, 0}; // by the change's number, as the sandbox counts them
    QList<qint64> milliseconds;
    int shown = 1;
    connect(&watch, &PaintWatch::painted, this, [&](int latest) {
        for (; shown < latest; ++shown)
            milliseconds.append(clock.elapsed() - asked.at(shown + 1));
    });
    for (int i = 0; i < count; ++i) {
        asked.append(clock.elapsed());
        change();
        QTest::qWait(pause);
    }
    QTRY_COMPARE_WITH_TIMEOUT(int(milliseconds.size()), count, 30'000);
    std::ranges::sort(milliseconds);
    qInfo("%d changes, one each %d ms: half painted within %lld ms, 99%% within %lld ms, all within %lld ms",
        count, pause, percentile(milliseconds, 0.5), percentile(milliseconds, 0.99), milliseconds.last());
}

int main(int argc, char **argv)
{
    installRedactingLog();
    QApplication application(argc, argv);
    BenchPaint bench;
    return QTest::qExec(&bench, argc, argv);
}
#include "bench_paint.moc"
