// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps.h"

#include "hands.h"
#include "models/courselistmodel.h"
#include "models/meetingrowsmodel.h"
#include "participants.h"
#include "ui/today/meetingcard.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowlistview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCoreApplication>
#include <QJsonArray>
#include <QPushButton>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::app::tour {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::app::Tour)
};

const QString plannedTopic = u"Photosynthesis III"_s;
const QString editedTopic = u"Photosynthesis III: light and dark"_s;
const QString liveTopic = u"Questions before the exam"_s;
const QString offlineTopic = u"Field trip briefing"_s;
const QString courseCode = u"BIO-1A"_s;
const QString guestName = u"Ines Laurent"_s;
const QString teacher = u"t.okafor@lakeside.example"_s;

/// The visible list of meetings and, in it, the line of this topic.
struct Line
{
    ui::RowListView *list = nullptr;
    QModelIndex index;

    [[nodiscard]] bool isFound() const { return index.isValid(); }
};

Line lineOf(const TourDriver &, const QWidget &window, const QString &topic)
{
    for (auto *list : window.findChildren<ui::RowListView *>()) {
        const auto *model = qobject_cast<const models::MeetingRowsModel *>(list->model());
        for (int row = 0; model && list->isVisible() && row < model->rowCount(); ++row) {
            if (model->rowAt(row).topic == topic)
                return {list, model->index(row, 0)};
        }
    }
    return {};
}

ui::MeetingCard *cardOf(const QWidget &window, const QString &topic)
{
    for (auto *card : window.findChildren<ui::MeetingCard *>()) {
        if (card->isVisible() && card->meeting().topic == topic)
            return card;
    }
    return nullptr;
}

bool chooseCourse(QWidget &window, const QString &code)
{
    for (auto *list : window.findChildren<ui::RowListView *>()) {
        const auto *model = qobject_cast<const models::CourseListModel *>(list->model());
        for (int row = 0; model && list->isVisible() && row < model->rowCount(); ++row) {
            if (model->rowAt(row).course.code == code)
                return Hands::clickRow(list, model->index(row, 0));
        }
    }
    return false;
}

/// The dialog is open and its choices have come.
bool isReady(const QWidget *dialog)
{
    const auto *topic = Hands::find<QWidget>(dialog, u"topic"_s);
    return topic && topic->isEnabled();
}

bool isPrimaryEnabled(const QWidget *dialog, const QString &name)
{
    const auto *button = Hands::find<QPushButton>(dialog, name);
    return button && button->isEnabled();
}

QCoro::Task<bool> openPageOf(TourDriver &tour, QString topic)
{
    tour.window().back();
    tour.window().showPlace(u"courses"_s);
    co_await TourDriver::until([&tour] { return chooseCourse(tour.window(), courseCode); });
    co_await TourDriver::until([&tour, topic] { return lineOf(tour, tour.window(), topic).isFound(); });
    const Line line = lineOf(tour, tour.window(), topic);
    if (!line.isFound())
        co_return false;
    line.list->setCurrentIndex(line.index);
    line.list->setFocus();
    Hands::press(line.list, Qt::Key_Return);
    const bool isOpen = co_await TourDriver::until([&tour] {
        const auto *more = Hands::find<QPushButton>(tour.page(), u"more"_s);
        return more != nullptr && more->isEnabled();
    });
    co_return isOpen;
}

bool triggerInMore(TourDriver &tour, const QString &name)
{
    const QWidget *page = tour.page();
    QAction *action = page ? page->findChild<QAction *>(name) : nullptr;
    if (!action || !action->isVisible() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

/// Schedules through the dialog, from the page of the course.
QCoro::Task<bool> scheduleThroughDialog(TourDriver &tour, QString topic)
{
    tour.window().back();
    tour.window().showPlace(u"courses"_s);
    co_await TourDriver::until([&tour] { return chooseCourse(tour.window(), courseCode); });
    if (!Hands::click(Hands::find<QPushButton>(&tour.window(), u"schedule"_s)))
        co_return false;
    co_await TourDriver::until([&tour] { return isReady(tour.dialog(u"scheduleDialog"_s)); });
    QWidget *dialog = tour.dialog(u"scheduleDialog"_s);
    if (!Hands::type(Hands::find<QWidget>(dialog, u"topic"_s), topic))
        co_return false;
    co_await TourDriver::until(
        [&tour] { return isPrimaryEnabled(tour.dialog(u"scheduleDialog"_s), u"save"_s); });
    co_await TourDriver::settle();
    co_return true;
}

QCoro::Task<void> pressSave(TourDriver &tour)
{
    const bool isPressed =
        Hands::click(Hands::find<QPushButton>(tour.dialog(u"scheduleDialog"_s), u"save"_s));
    tour.expect(isPressed, Words::tr("the dialog's button can be pressed"));
    const bool isClosed =
        co_await TourDriver::until([&tour] { return tour.dialog(u"scheduleDialog"_s) == nullptr; });
    tour.expect(isClosed, Words::tr("the dialog closes"));
}

bool isSent(const store::MeetingRow &row)
{
    return row.zoomId != 0 && row.pending == store::PendingState::None;
}

QCoro::Task<void> lookAt(TourDriver &tour, QString place, QString words)
{
    tour.begin(words);
    co_await TourDriver::settle();
    tour.window().showPlace(place);
    tour.expect(tour.window().currentPlace() == place, Words::tr("the tab opens"));
    co_await TourDriver::settle();
    tour.end();
}

} // namespace

QCoro::Task<void> open(TourDriver &tour)
{
    tour.begin(Words::tr("Open the demo school"));
    tour.connectSandbox();
    const bool isRead = co_await TourDriver::until(
        [&tour] { return tour.desktop().commands().status().lastPullAt.isValid(); }, 60s);
    tour.expect(isRead, Words::tr("all hosts' meetings are read"));
    const bool hasCard = co_await TourDriver::until([&tour] {
        const auto cards = tour.window().findChildren<ui::MeetingCard *>();
        return std::any_of(cards.begin(), cards.end(), [](const auto *card) { return card->isVisible(); });
    });
    tour.expect(hasCard, Words::tr("Today shows what is on or comes next"));
    const QJsonObject school = co_await tour.sandbox().get(u"meetings"_s);
    tour.expect(!school.value(u"meetings"_s).toArray().isEmpty(), Words::tr("the sandbox has meetings"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> scheduleForCourse(TourDriver &tour)
{
    tour.begin(Words::tr("Schedule a meeting for a course"));
    const bool isFilled = co_await scheduleThroughDialog(tour, plannedTopic);
    tour.expect(isFilled, Words::tr("the dialog takes a topic"));
    tour.end();
    tour.begin(Words::tr("The meeting is scheduled"));
    co_await pressSave(tour);
    const auto row = co_await tour.storedWhen(plannedTopic, isSent);
    tour.expect(row.has_value(), Words::tr("the store has it, and Zoom agreed"));
    const bool isListed =
        co_await TourDriver::until([&tour] { return lineOf(tour, tour.window(), plannedTopic).isFound(); });
    tour.expect(isListed, Words::tr("the course lists it"));
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(remote.value(u"topic"_s).toString() == plannedTopic, Words::tr("the sandbox has it"));
    tour.expect(row && row->courseCode == courseCode, Words::tr("it belongs to the course"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> startNow(TourDriver &tour)
{
    tour.begin(Words::tr("Start a meeting now"));
    tour.expect(Hands::click(Hands::find<QPushButton>(&tour.window(), u"startNow"_s)),
        Words::tr("Start now can be pressed"));
    co_await TourDriver::until([&tour] { return isReady(tour.dialog(u"startNowDialog"_s)); });
    QWidget *dialog = tour.dialog(u"startNowDialog"_s);
    tour.expect(
        Hands::type(Hands::find<QWidget>(dialog, u"topic"_s), liveTopic), Words::tr("a topic can be typed"));
    co_await TourDriver::until(
        [&tour] { return isPrimaryEnabled(tour.dialog(u"startNowDialog"_s), u"start"_s); });
    tour.expect(
        Hands::click(Hands::find<QPushButton>(dialog, u"start"_s)), Words::tr("Start can be pressed"));
    const bool isOpened =
        co_await TourDriver::until([&tour] { return tour.opener().lastPath().startsWith(u"/s/"_s); });
    tour.expect(isOpened, Words::tr("Zoom opens with a start link"));
    const auto row = co_await tour.storedWhen(liveTopic,
        [](const store::MeetingRow &meeting) { return meeting.status == school::MeetingStatus::Started; });
    tour.expect(row.has_value(), Words::tr("the store knows that it has started"));
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(remote.value(u"live"_s).isObject(), Words::tr("it is live at the sandbox"));
    tour.window().showPlace(u"today"_s);
    const bool isShown =
        co_await TourDriver::until([&tour] { return cardOf(tour.window(), liveTopic) != nullptr; });
    tour.expect(isShown, Words::tr("Today shows it as live"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> edit(TourDriver &tour)
{
    tour.begin(Words::tr("Edit the scheduled meeting"));
    const bool isOpen = co_await openPageOf(tour, plannedTopic);
    tour.expect(isOpen, Words::tr("its page opens"));
    tour.expect(
        Hands::click(Hands::find<QPushButton>(tour.page(), u"edit"_s)), Words::tr("Edit can be pressed"));
    co_await TourDriver::until([&tour] { return isReady(tour.dialog(u"scheduleDialog"_s)); }, 5s);
    const bool isTyped =
        Hands::type(Hands::find<QWidget>(tour.dialog(u"scheduleDialog"_s), u"topic"_s), editedTopic);
    tour.expect(isTyped, Words::tr("the topic can be changed"));
    co_await pressSave(tour);
    const auto row = co_await tour.storedWhen(editedTopic, isSent);
    tour.expect(row.has_value(), Words::tr("the store has the new topic, and Zoom agreed"));
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(
        remote.value(u"topic"_s).toString() == editedTopic, Words::tr("the sandbox has the new topic"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> joinAsLearner(TourDriver &tour)
{
    tour.begin(Words::tr("Join as a learner"));
    const QString learner = co_await tour.aLearnerOf(courseCode);
    tour.expect(!learner.isEmpty(), Words::tr("the course has learners"));
    tour.desktop().viewerChoice().setMe(learner);
    tour.window().back();
    tour.window().showPlace(u"today"_s);
    const auto before = co_await tour.stored(liveTopic);
    const QJsonObject earlier = co_await tour.atSandbox(before ? before->zoomId : 0);
    const bool isShown = co_await TourDriver::until([&tour] {
        const ui::MeetingCard *card = cardOf(tour.window(), liveTopic);
        return Hands::find<QPushButton>(card, u"enter"_s) && !card->meeting().standing.isHost;
    });
    tour.expect(isShown, Words::tr("the learner's Today shows the live meeting"));
    tour.expect(Hands::click(Hands::find<QPushButton>(cardOf(tour.window(), liveTopic), u"enter"_s)),
        Words::tr("Join can be pressed"));
    const bool isOpened =
        co_await TourDriver::until([&tour] { return tour.opener().lastPath().startsWith(u"/j/"_s); });
    tour.expect(isOpened, Words::tr("Zoom opens with a join link"));
    const bool isIn =
        co_await tour.isPresent(before ? before->zoomId : 0, earlier.value(u"present"_s).toInt() + 1);
    tour.expect(isIn, Words::tr("the learner is in the meeting at the sandbox"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> seeWhoComes(TourDriver &tour)
{
    tour.begin(Words::tr("A learner joins in the browser and appears among the participants"));
    tour.desktop().viewerChoice().setMe(teacher);
    tour.window().showPlace(u"today"_s);
    co_await TourDriver::until([&tour] {
        const ui::MeetingCard *card = cardOf(tour.window(), liveTopic);
        return card && card->meeting().standing.isHost;
    });
    Hands::click(Hands::find<QPushButton>(cardOf(tour.window(), liveTopic), u"details"_s));
    const bool isOpen = co_await TourDriver::until([&tour] { return hasParticipants(tour); });
    tour.expect(isOpen, Words::tr("its page opens"));
    QUrl link = co_await tour.joinLinkOf(liveTopic);
    tour.expect(link.isValid(), Words::tr("the meeting has a link"));
    QUrlQuery query(link);
    query.addQueryItem(u"uname"_s, guestName);
    link.setQuery(query);
    tour.opener().open(link);
    const bool isSeen = co_await TourDriver::until([&tour] { return isAmongParticipants(tour, guestName); });
    tour.expect(isSeen, Words::tr("the list of participants has the learner, with nothing pressed"));
    co_await TourDriver::settle();
    tour.end();
    tour.window().back();
}

QCoro::Task<void> endMeeting(TourDriver &tour)
{
    tour.begin(Words::tr("End the meeting"));
    tour.desktop().viewerChoice().setMe(teacher);
    tour.window().showPlace(u"today"_s);
    const bool isShown = co_await TourDriver::until([&tour] {
        const ui::MeetingCard *card = cardOf(tour.window(), liveTopic);
        return card && card->meeting().standing.isHost;
    });
    tour.expect(isShown, Words::tr("Today shows the live meeting to its host"));
    Hands::click(Hands::find<QPushButton>(cardOf(tour.window(), liveTopic), u"details"_s));
    co_await TourDriver::until([&tour] {
        const auto *more = Hands::find<QPushButton>(tour.page(), u"more"_s);
        return more != nullptr && more->isEnabled();
    });
    tour.prompts().answerNext(0);
    tour.expect(triggerInMore(tour, u"end"_s), Words::tr("the page offers to end it"));
    const auto row = co_await tour.storedWhen(liveTopic,
        [](const store::MeetingRow &meeting) { return meeting.status == school::MeetingStatus::Ended; });
    tour.expect(row.has_value(), Words::tr("the store knows that it has ended"));
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(!remote.value(u"live"_s).isObject(), Words::tr("it is over at the sandbox"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> deleteMeeting(TourDriver &tour)
{
    tour.begin(Words::tr("Delete the scheduled meeting"));
    const bool isOpen = co_await openPageOf(tour, editedTopic);
    tour.expect(isOpen, Words::tr("its page opens"));
    tour.prompts().answerNext(0);
    tour.expect(triggerInMore(tour, u"delete"_s), Words::tr("the page offers to delete it"));
    const auto row = co_await tour.storedWhen(editedTopic,
        [](const store::MeetingRow &meeting) { return meeting.status == school::MeetingStatus::Deleted; });
    tour.expect(row.has_value(), Words::tr("the store keeps a tombstone"));
    const bool isGone =
        co_await TourDriver::until([&tour] { return !lineOf(tour, tour.window(), editedTopic).isFound(); });
    tour.expect(isGone, Words::tr("the course no longer lists it"));
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(remote.isEmpty() || remote.value(u"deleted"_s).toBool(), Words::tr("the sandbox deleted it"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> goOffline(TourDriver &tour)
{
    tour.begin(Words::tr("Go offline and schedule all the same"));
    co_await tour.sandbox().goOffline();
    const bool isFilled = co_await scheduleThroughDialog(tour, offlineTopic);
    tour.expect(isFilled, Words::tr("the dialog takes a topic"));
    co_await pressSave(tour);
    const auto row = co_await tour.storedWhen(offlineTopic, [](const store::MeetingRow &meeting) {
        return meeting.zoomId == 0 && meeting.pending == store::PendingState::Waiting;
    });
    tour.expect(row.has_value(), Words::tr("the store keeps it, not sent yet"));
    const bool isListed =
        co_await TourDriver::until([&tour] { return lineOf(tour, tour.window(), offlineTopic).isFound(); });
    tour.expect(isListed, Words::tr("the course lists it as not sent yet"));
    const bool isTold =
        co_await TourDriver::until([&tour] { return tour.desktop().commands().status().waitingChanges > 0; });
    tour.expect(isTold, Words::tr("the status line says that a change waits"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> comeBack(TourDriver &tour)
{
    tour.begin(Words::tr("Come back online"));
    co_await tour.sandbox().goOnline();
    tour.desktop().commands().syncNow();
    const auto row = co_await tour.storedWhen(offlineTopic, isSent);
    tour.expect(row.has_value(), Words::tr("what waited is sent by itself"));
    const int copies = co_await tour.countAtSandbox(offlineTopic);
    tour.expect(copies == 1, Words::tr("the sandbox has it once"));
    const bool isSettled = co_await TourDriver::until(
        [&tour] { return tour.desktop().commands().status().waitingChanges == 0; });
    tour.expect(isSettled, Words::tr("nothing waits any more"));
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> lookAtEverything(TourDriver &tour)
{
    co_await lookAt(tour, u"mine"_s, Words::tr("Look at my meetings"));
    co_await lookAt(tour, u"everyone"_s, Words::tr("Look at the meeting for everyone"));
    const QString administrator = co_await tour.anAdministrator();
    tour.desktop().viewerChoice().setMe(administrator);
    co_await lookAt(tour, u"all"_s, Words::tr("Look at all meetings as an administrator"));
    co_await lookAt(tour, u"recordings"_s, Words::tr("Look at the recordings as an administrator"));
}

} // namespace lectern::app::tour
