// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../desktop.h"
#include "outside.h"
#include "sandboxview.h"
#include "store/rows.h"

#include <QCoroTask>
#include <QDir>
#include <QTextStream>

#include <chrono>
#include <functional>

namespace lectern::app {

/// What the steps of the tour are made of: waiting, checking, looking, and telling it.
class TourDriver
{
public:
    TourDriver(Desktop &desktop, VisitingOpener &opener, ScriptedPrompts &prompts, const QString &folder);

    /// Tells the step, its outcome and, when it failed, what was expected; writes the picture.
    void begin(const QString &words);
    void expect(bool condition, const QString &words);
    void end();
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] bool hasFailedStep() const { return !m_broken.isEmpty(); }

    /// Lets the program go on until the condition holds; false when it does not in time.
    [[nodiscard]] static QCoro::Task<bool> until(
        std::function<bool()> condition, std::chrono::milliseconds limit = std::chrono::seconds(20));
    /// A moment for animations and pictures to settle.
    [[nodiscard]] static QCoro::Task<void> settle();

    /// The meeting of this topic as the store has it.
    [[nodiscard]] QCoro::Task<std::optional<store::MeetingRow>> stored(QString topic);
    /// Asks the store again and again until its row of this topic satisfies the condition.
    [[nodiscard]] QCoro::Task<std::optional<store::MeetingRow>> storedWhen(
        QString topic, std::function<bool(const store::MeetingRow &)> condition);
    [[nodiscard]] QCoro::Task<QJsonObject> atSandbox(qint64 zoomId);

    /// Waits until at least so many people are in the meeting at the sandbox.
    [[nodiscard]] QCoro::Task<bool> isPresent(qint64 zoomId, int people);
    /// How many meetings of this topic the sandbox has.
    [[nodiscard]] QCoro::Task<int> countAtSandbox(QString topic);
    /// E-mails out of the store; empty where there is nobody.
    [[nodiscard]] QCoro::Task<QString> aLearnerOf(QString courseCode);
    [[nodiscard]] QCoro::Task<QString> anAdministrator();
    /// The link everybody joins by; invalid where there is none.
    [[nodiscard]] QCoro::Task<QUrl> joinLinkOf(QString topic);

    [[nodiscard]] ui::MainWindow &window() { return m_desktop.window(); }
    [[nodiscard]] Desktop &desktop() { return m_desktop; }
    [[nodiscard]] VisitingOpener &opener() { return m_opener; }
    [[nodiscard]] ScriptedPrompts &prompts() { return m_prompts; }
    void connectSandbox();
    [[nodiscard]] SandboxView &sandbox() { return *m_sandbox; }
    /// The dialog of this name that is open now.
    [[nodiscard]] QWidget *dialog(const QString &objectName) const;
    [[nodiscard]] QWidget *page() const;

private:
    void takePicture();
    /// Runs a query on the reader and waits for its answer; the default where it failed.
    template <typename Answer>
    [[nodiscard]] QCoro::Task<Answer> ask(std::function<Result<Answer>(store::Database &)> query);

    Desktop &m_desktop;
    VisitingOpener &m_opener;
    ScriptedPrompts &m_prompts;
    QDir m_folder;
    QTextStream m_out;
    std::unique_ptr<SandboxView> m_sandbox;
    QString m_step;
    QStringList m_broken;
    QString m_lastNotice; ///< what the window said last in this step
    int m_number = 0;
    int m_failures = 0;
};

} // namespace lectern::app
