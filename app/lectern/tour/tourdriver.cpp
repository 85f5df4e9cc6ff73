// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourdriver.h"

#include "store/courserepository.h"
#include "store/meetinglistrepository.h"
#include "store/meetingrepository.h"
#include "store/personrepository.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCoroFuture>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::app {

namespace {

constexpr auto lookInterval = 30ms;

/// The window as a person sees it, with the dialog that is open over it.
QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (QWidget *dialog : QApplication::topLevelWidgets()) {
        if (!dialog->isVisible() || dialog == &window || !dialog->isWindow()
            || dialog->parentWidget() == nullptr)
            continue;
        painter.fillRect(window.rect(), QColor(0, 0, 0, 90));
        const QPoint centre = window.rect().center() - dialog->rect().center();
        painter.drawPixmap(centre, dialog->grab());
    }
    return picture;
}

} // namespace

TourDriver::TourDriver(
    Desktop &desktop, VisitingOpener &opener, ScriptedPrompts &prompts, const QString &folder)
    : m_desktop(desktop)
    , m_opener(opener)
    , m_prompts(prompts)
    , m_folder(folder)
    , m_out(stdout)
{
    const auto remember = [this](const QString &words) { m_lastNotice = words; };
    QObject::connect(&desktop.notices(), &ui::Notices::told, &desktop, remember);
    QObject::connect(&desktop.notices(), &ui::Notices::failed, &desktop,
        [remember](const Error &error) { remember(error.message + u' ' + error.detail); });
}

void TourDriver::connectSandbox()
{
    m_sandbox = std::make_unique<SandboxView>(m_desktop.demoControl());
}

void TourDriver::begin(const QString &words)
{
    ++m_number;
    m_step = words;
    m_broken.clear();
    m_lastNotice.clear();
    m_opener.forget();
    if (auto *toast = window().findChild<ui::Toast *>())
        toast->hide(); // what was said of the step before
}

void TourDriver::expect(bool condition, const QString &words)
{
    if (!condition)
        m_broken.append(words);
}

void TourDriver::end()
{
    takePicture();
    m_out << u"%1. %2: %3"_s.arg(QString::number(m_number), m_step,
        m_broken.isEmpty() ? QCoreApplication::translate("lectern::app::Tour", "right")
                           : QCoreApplication::translate("lectern::app::Tour", "WRONG"))
          << Qt::endl;
    for (const QString &expectation : std::as_const(m_broken))
        m_out << u"   "_s << expectation << Qt::endl;
    if (m_broken.isEmpty())
        return;
    ++m_failures;
    if (!m_lastNotice.isEmpty())
        m_out << u"   Lectern said: "_s << m_lastNotice << Qt::endl;
}

void TourDriver::takePicture()
{
    QString name = m_step.toLower();
    name.replace(QRegularExpression(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption), u"-"_s);
    const QString file = u"%1-%2.png"_s.arg(m_number, 2, 10, QLatin1Char('0')).arg(name);
    if (!pictureOf(window()).save(m_folder.filePath(file)))
        m_broken.append(
            QCoreApplication::translate("lectern::app::Tour", "the picture %1 could not be written")
                .arg(file));
}

QCoro::Task<bool> TourDriver::until(std::function<bool()> condition, std::chrono::milliseconds limit)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (!condition()) {
        if (elapsed.hasExpired(limit.count()))
            co_return false;
        co_await QCoro::sleepFor(lookInterval);
    }
    co_return true;
}

QCoro::Task<void> TourDriver::settle()
{
    co_await QCoro::sleepFor(200ms);
}

template <typename Answer>
QCoro::Task<Answer> TourDriver::ask(std::function<Result<Answer>(store::Database &)> query)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    m_desktop.reader().read(&m_desktop, std::move(query), [promise](const Result<Answer> &answer) {
        promise->addResult(answer.value_or(Answer()));
        promise->finish();
    });
    const QFuture<Answer> future = promise->future();
    co_return co_await future;
}

QCoro::Task<std::optional<store::MeetingRow>> TourDriver::stored(QString topic)
{
    using Found = std::optional<store::MeetingRow>;
    const std::function<Result<Found>(store::Database &)> query =
        [topic, &clock = m_desktop.reader().clock()](store::Database &database) -> Result<Found> {
        store::MeetingQuery wanted;
        wanted.text = topic;
        wanted.statuses = {school::MeetingStatus::Waiting, school::MeetingStatus::Started,
            school::MeetingStatus::Ended, school::MeetingStatus::Deleted};
        const auto rows = store::MeetingListRepository(database, clock).list(wanted);
        if (!rows)
            return std::unexpected(rows.error());
        const auto found = std::find_if(rows->begin(), rows->end(),
            [&topic](const store::MeetingRow &row) { return row.topic == topic; });
        return found == rows->end() ? Found() : Found(*found);
    };
    co_return co_await ask(query);
}

QCoro::Task<std::optional<store::MeetingRow>> TourDriver::storedWhen(
    QString topic, std::function<bool(const store::MeetingRow &)> condition)
{
    QElapsedTimer elapsed;
    elapsed.start();
    std::optional<store::MeetingRow> row = co_await stored(topic);
    while (!row || !condition(*row)) {
        if (elapsed.hasExpired(std::chrono::milliseconds(20s).count()))
            co_return std::nullopt;
        co_await QCoro::sleepFor(lookInterval);
        row = co_await stored(topic);
    }
    co_return row;
}

QCoro::Task<QJsonObject> TourDriver::atSandbox(qint64 zoomId)
{
    const QString path = u"meetings/%1"_s.arg(zoomId);
    co_return co_await m_sandbox->get(path);
}

QCoro::Task<bool> TourDriver::isPresent(qint64 zoomId, int people)
{
    QElapsedTimer elapsed;
    elapsed.start();
    QJsonObject meeting = co_await atSandbox(zoomId);
    while (meeting.value(u"present"_s).toInt() < people) {
        if (elapsed.hasExpired(std::chrono::milliseconds(20s).count()))
            co_return false;
        co_await QCoro::sleepFor(lookInterval);
        meeting = co_await atSandbox(zoomId);
    }
    co_return true;
}

QCoro::Task<int> TourDriver::countAtSandbox(QString topic)
{
    const QString path = u"meetings"_s;
    const QJsonObject school = co_await m_sandbox->get(path);
    const QJsonArray meetings = school.value(u"meetings"_s).toArray();
    int count = 0;
    for (const auto &meeting : meetings)
        count += meeting[u"topic"].toString() == topic ? 1 : 0;
    co_return count;
}

QCoro::Task<QString> TourDriver::aLearnerOf(QString courseCode)
{
    const std::function<Result<QString>(store::Database &)> query =
        [courseCode, &clock = m_desktop.reader().clock()](store::Database &database) -> Result<QString> {
        const store::CourseRepository courses(database, clock);
        const auto course = courses.findByCode(courseCode);
        if (!course || !*course)
            return QString();
        store::EnrolmentQuery wanted;
        wanted.course = (*course)->id;
        const auto enrolments = courses.enrolments(wanted);
        if (!enrolments)
            return std::unexpected(enrolments.error());
        for (const school::Enrolment &enrolment : *enrolments) {
            const auto person = store::PersonRepository(database).find(enrolment.person);
            if (enrolment.role == school::EnrolmentRole::Learner && person && *person)
                return (*person)->email;
        }
        return QString();
    };
    co_return co_await ask(query);
}

QCoro::Task<QString> TourDriver::anAdministrator()
{
    const std::function<Result<QString>(store::Database &)> query =
        [](store::Database &database) -> Result<QString> {
        store::PersonQuery wanted;
        wanted.role = school::Role::Administrator;
        wanted.limit = 1;
        const auto people = store::PersonRepository(database).list(wanted);
        return people && !people->isEmpty() ? people->first().email : QString();
    };
    co_return co_await ask(query);
}

QCoro::Task<QUrl> TourDriver::joinLinkOf(QString topic)
{
    const std::optional<store::MeetingRow> row = co_await stored(topic);
    const MeetingId meeting = row ? row->meeting : MeetingId();
    const std::function<Result<QUrl>(store::Database &)> query =
        [meeting, &clock = m_desktop.reader().clock()](store::Database &database) -> Result<QUrl> {
        const auto found = store::MeetingRepository(database, clock).find(meeting);
        if (!found)
            return std::unexpected(found.error());
        return *found ? QUrl((*found)->joinUrl) : QUrl();
    };
    co_return co_await ask(query);
}

QWidget *TourDriver::dialog(const QString &objectName) const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->objectName() == objectName)
            return widget;
    }
    return nullptr;
}

QWidget *TourDriver::page() const
{
    return m_desktop.window().currentDetail();
}

} // namespace lectern::app
