// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/linkopener.h"
#include "ui/common/prompts.h"
#include "ui/notify/notifier.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace lectern::app {

/// Stands in for Zoom's program: visits the link as a browser would, so that the sandbox feels it.
class VisitingOpener final : public QObject, public ui::LinkOpener
{
    Q_OBJECT

public:
    void open(const QUrl &link) override;

    /// The path of the last link opened, without its query, which may be a secret.
    [[nodiscard]] QString lastPath() const { return m_lastPath; }
    void forget() { m_lastPath.clear(); }

private:
    QNetworkAccessManager m_network;
    QString m_lastPath;
};

/// Gives the answer the tour has laid down to the next question; Cancel where it laid down none.
class ScriptedPrompts final : public ui::Prompts
{
public:
    void answerNext(int answer) { m_answer = answer; }

    void ask(QWidget *parent, const ui::Question &question, std::function<void(int)> answered) override;
    void chooseFileToSave(QWidget *, const QString &, const QString &, const QString &,
        std::function<void(const QString &)>) override
    { }
    void chooseFolder(QWidget *, const QString &, std::function<void(const QString &)>) override { }

private:
    int m_answer = -1;
};

/// Keeps the desktop quiet during the tour; what would have been shown can be read.
class NotedNews final : public ui::Notifier
{
public:
    void show(const ui::Notification &notification) override { m_shown.append(notification); }
    [[nodiscard]] const QList<ui::Notification> &shown() const { return m_shown; }

private:
    QList<ui::Notification> m_shown;
};

} // namespace lectern::app
