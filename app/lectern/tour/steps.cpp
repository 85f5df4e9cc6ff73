// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps.h"

#include "hands.h"
#include "models/courselistmodel.h"
#include "models/meetingrowsmodel.h"
#include "ui/today/meetingcard.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowlistview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QJsonArray>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::app::tour {

namespace {

const QString plannedTopic = u"Photosynthesis III"_s;
const QString editedTopic = u"Photosynthesis III: light and dark"_s;
const QString liveTopic = u"Questions before the exam"_s;
const QString offlineTopic = u"Field trip briefing"_s;
const QString courseCode = u"BIO-1A"_s;
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
    tour.expect(isPressed, u"the dialog's button can be pressed"_s);
    const bool isClosed =
        co_await TourDriver::until([&tour] { return tour.dialog(u"scheduleDialog"_s) == nullptr; });
    tour.expect(isClosed, u"the dialog closes"_s);
}

bool isSent(const store::MeetingRow &row)
{
    return row.zoomId != 0 && row.pending == store::PendingState::None;
}

} // namespace

QCoro::Task<void> open(TourDriver &tour)
{
    tour.begin(u"Open the demo school"_s);
    tour.connectSandbox();
    const bool isRead = co_await TourDriver::until(
        [&tour] { return tour.desktop().commands().status().lastPullAt.isValid(); }, 60s);
    tour.expect(isRead, u"all hosts' meetings are read"_s);
    const bool hasCard = co_await TourDriver::until([&tour] {
        const auto cards = tour.window().findChildren<ui::MeetingCard *>();
        return std::any_of(cards.begin(), cards.end(), [](const auto *card) { return card->isVisible(); });
    });
    tour.expect(hasCard, u"Today shows what is on or comes next"_s);
    const QJsonObject school = co_await tour.sandbox().get(u"meetings"_s);
    tour.expect(!school.value(u"meetings"_s).toArray().isEmpty(), u"the sandbox has meetings"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> scheduleForCourse(TourDriver &tour)
{
    tour.begin(u"Schedule a meeting for a course"_s);
    const bool isFilled = co_await scheduleThroughDialog(tour, plannedTopic);
    tour.expect(isFilled, u"the dialog takes a topic"_s);
    tour.end();
    tour.begin(u"The meeting is scheduled"_s);
    co_await pressSave(tour);
    const auto row = co_await tour.storedWhen(plannedTopic, isSent);
    tour.expect(row.has_value(), u"the store has it, and Zoom agreed"_s);
    const bool isListed =
        co_await TourDriver::until([&tour] { return lineOf(tour, tour.window(), plannedTopic).isFound(); });
    tour.expect(isListed, u"the course lists it"_s);
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(remote.value(u"topic"_s).toString() == plannedTopic, u"the sandbox has it"_s);
    tour.expect(row && row->courseCode == courseCode, u"it belongs to the course"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> startNow(TourDriver &tour)
{
    tour.begin(u"Start a meeting now"_s);
    tour.expect(
        Hands::click(Hands::find<QPushButton>(&tour.window(), u"startNow"_s)), u"Start now can be pressed"_s);
    co_await TourDriver::until([&tour] { return isReady(tour.dialog(u"startNowDialog"_s)); });
    QWidget *dialog = tour.dialog(u"startNowDialog"_s);
    tour.expect(Hands::type(Hands::find<QWidget>(dialog, u"topic"_s), liveTopic), u"a topic can be typed"_s);
    co_await TourDriver::until(
        [&tour] { return isPrimaryEnabled(tour.dialog(u"startNowDialog"_s), u"start"_s); });
    tour.expect(Hands::click(Hands::find<QPushButton>(dialog, u"start"_s)), u"Start can be pressed"_s);
    const bool isOpened =
        co_await TourDriver::until([&tour] { return tour.opener().lastPath().startsWith(u"/s/"_s); });
    tour.expect(isOpened, u"Zoom opens with a start link"_s);
    const auto row = co_await tour.storedWhen(liveTopic,
        [](const store::MeetingRow &meeting) { return meeting.status == school::MeetingStatus::Started; });
    tour.expect(row.has_value(), u"the store knows that it has started"_s);
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(remote.value(u"live"_s).isObject(), u"it is live at the sandbox"_s);
    tour.window().showPlace(u"today"_s);
    const bool isShown =
        co_await TourDriver::until([&tour] { return cardOf(tour.window(), liveTopic) != nullptr; });
    tour.expect(isShown, u"Today shows it as live"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> edit(TourDriver &tour)
{
    tour.begin(u"Edit the scheduled meeting"_s);
    const bool isOpen = co_await openPageOf(tour, plannedTopic);
    tour.expect(isOpen, u"its page opens"_s);
    tour.expect(Hands::click(Hands::find<QPushButton>(tour.page(), u"edit"_s)), u"Edit can be pressed"_s);
    co_await TourDriver::until([&tour] { return isReady(tour.dialog(u"scheduleDialog"_s)); }, 5s);
    const bool isTyped =
        Hands::type(Hands::find<QWidget>(tour.dialog(u"scheduleDialog"_s), u"topic"_s), editedTopic);
    tour.expect(isTyped, u"the topic can be changed"_s);
    co_await pressSave(tour);
    const auto row = co_await tour.storedWhen(editedTopic, isSent);
    tour.expect(row.has_value(), u"the store has the new topic, and Zoom agreed"_s);
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(remote.value(u"topic"_s).toString() == editedTopic, u"the sandbox has the new topic"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> joinAsLearner(TourDriver &tour)
{
    tour.begin(u"Join as a learner"_s);
    const QString learner = co_await tour.aLearnerOf(courseCode);
    tour.expect(!learner.isEmpty(), u"the course has learners"_s);
    tour.desktop().viewerChoice().setMe(learner);
    tour.window().back();
    tour.window().showPlace(u"today"_s);
    const bool isShown =
        co_await TourDriver::until([&tour] { return cardOf(tour.window(), liveTopic) != nullptr; });
    tour.expect(isShown, u"the learner's Today shows the live meeting"_s);
    const auto before = co_await tour.stored(liveTopic);
    const QJsonObject earlier = co_await tour.atSandbox(before ? before->zoomId : 0);
    tour.expect(Hands::click(Hands::find<QPushButton>(cardOf(tour.window(), liveTopic), u"enter"_s)),
        u"Join can be pressed"_s);
    const bool isOpened =
        co_await TourDriver::until([&tour] { return tour.opener().lastPath().startsWith(u"/j/"_s); });
    tour.expect(isOpened, u"Zoom opens with a join link"_s);
    const bool isIn =
        co_await tour.isPresent(before ? before->zoomId : 0, earlier.value(u"present"_s).toInt() + 1);
    tour.expect(isIn, u"the learner is in the meeting at the sandbox"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> endMeeting(TourDriver &tour)
{
    tour.begin(u"End the meeting"_s);
    tour.desktop().viewerChoice().setMe(teacher);
    tour.window().showPlace(u"today"_s);
    const bool isShown = co_await TourDriver::until([&tour] {
        const ui::MeetingCard *card = cardOf(tour.window(), liveTopic);
        return card && card->meeting().standing.isHost;
    });
    tour.expect(isShown, u"Today shows the live meeting to its host"_s);
    Hands::click(Hands::find<QPushButton>(cardOf(tour.window(), liveTopic), u"details"_s));
    co_await TourDriver::until([&tour] {
        const auto *more = Hands::find<QPushButton>(tour.page(), u"more"_s);
        return more != nullptr && more->isEnabled();
    });
    tour.prompts().answerNext(0);
    tour.expect(triggerInMore(tour, u"end"_s), u"the page offers to end it"_s);
    const auto row = co_await tour.storedWhen(liveTopic,
        [](const store::MeetingRow &meeting) { return meeting.status == school::MeetingStatus::Ended; });
    tour.expect(row.has_value(), u"the store knows that it has ended"_s);
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(!remote.value(u"live"_s).isObject(), u"it is over at the sandbox"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> deleteMeeting(TourDriver &tour)
{
    tour.begin(u"Delete the scheduled meeting"_s);
    const bool isOpen = co_await openPageOf(tour, editedTopic);
    tour.expect(isOpen, u"its page opens"_s);
    tour.prompts().answerNext(0);
    tour.expect(triggerInMore(tour, u"delete"_s), u"the page offers to delete it"_s);
    const auto row = co_await tour.storedWhen(editedTopic,
        [](const store::MeetingRow &meeting) { return meeting.status == school::MeetingStatus::Deleted; });
    tour.expect(row.has_value(), u"the store keeps a tombstone"_s);
    const bool isGone =
        co_await TourDriver::until([&tour] { return !lineOf(tour, tour.window(), editedTopic).isFound(); });
    tour.expect(isGone, u"the course no longer lists it"_s);
    const QJsonObject remote = co_await tour.atSandbox(row ? row->zoomId : 0);
    tour.expect(remote.isEmpty() || remote.value(u"deleted"_s).toBool(), u"the sandbox deleted it"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> goOffline(TourDriver &tour)
{
    tour.begin(u"Go offline and schedule all the same"_s);
    co_await tour.sandbox().goOffline();
    const bool isFilled = co_await scheduleThroughDialog(tour, offlineTopic);
    tour.expect(isFilled, u"the dialog takes a topic"_s);
    co_await pressSave(tour);
    const auto row = co_await tour.storedWhen(offlineTopic, [](const store::MeetingRow &meeting) {
        return meeting.zoomId == 0 && meeting.pending == store::PendingState::Waiting;
    });
    tour.expect(row.has_value(), u"the store keeps it, not sent yet"_s);
    const bool isListed =
        co_await TourDriver::until([&tour] { return lineOf(tour, tour.window(), offlineTopic).isFound(); });
    tour.expect(isListed, u"the course lists it as not sent yet"_s);
    const bool isTold =
        co_await TourDriver::until([&tour] { return tour.desktop().commands().status().waitingChanges > 0; });
    tour.expect(isTold, u"the status line says that a change waits"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> comeBack(TourDriver &tour)
{
    tour.begin(u"Come back online"_s);
    co_await tour.sandbox().goOnline();
    tour.desktop().commands().syncNow();
    const auto row = co_await tour.storedWhen(offlineTopic, isSent);
    tour.expect(row.has_value(), u"what waited is sent by itself"_s);
    const int copies = co_await tour.countAtSandbox(offlineTopic);
    tour.expect(copies == 1, u"the sandbox has it once"_s);
    const bool isSettled = co_await TourDriver::until(
        [&tour] { return tour.desktop().commands().status().waitingChanges == 0; });
    tour.expect(isSettled, u"nothing waits any more"_s);
    co_await TourDriver::settle();
    tour.end();
}

QCoro::Task<void> lookAtEverything(TourDriver &tour)
{
    for (const QString &place : {u"mine"_s, u"everyone"_s}) {
        tour.begin(u"Look at %1"_s.arg(place));
        tour.window().showPlace(place);
        tour.expect(tour.window().currentPlace() == place, u"the tab opens"_s);
        co_await TourDriver::settle();
        tour.end();
    }
    tour.desktop().viewerChoice().setMe(co_await tour.anAdministrator());
    for (const QString &place : {u"all"_s, u"recordings"_s}) {
        tour.begin(u"Look at %1 as administrator"_s.arg(place));
        co_await TourDriver::settle();
        tour.window().showPlace(place);
        tour.expect(tour.window().currentPlace() == place, u"the tab opens for an administrator"_s);
        co_await TourDriver::settle();
        tour.end();
    }
}

} // namespace lectern::app::tour
