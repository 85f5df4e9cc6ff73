// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace lectern::ui {

/// A question with its possible answers in words ("Delete meeting", never "Yes").
struct Question
{
    QString title;
    QString text; ///< what will happen, spelled out
    /// The words of each answer besides Cancel, the proposed one first.
    QStringList answers;
    /// A destructive answer is drawn as such and is never the default.
    enum class Weight { Ordinary, Destructive } weight = Weight::Ordinary;
};

/// Where the program asks and where it lets files be chosen: a seam, so that tests and the tour can answer.
/// Nothing blocks: the answer arrives at `answered`, which is dropped when `parent` is gone.
class Prompts
{
public:
    virtual ~Prompts() = default;
    /// `answered` gets the index into Question::answers, or -1 for Cancel and Escape.
    virtual void ask(QWidget *parent, const Question &question, std::function<void(int)> answered) = 0;
    /// `chosen` gets the path, and is not called when the person cancels.
    virtual void chooseFileToSave(QWidget *parent, const QString &title, const QString &proposedName,
        const QString &filter, std::function<void(const QString &)> chosen) = 0;
    virtual void chooseFolder(
        QWidget *parent, const QString &title, std::function<void(const QString &)> chosen) = 0;
};

/// The platform's own dialogs.
class DesktopPrompts final : public Prompts
{
public:
    void ask(QWidget *parent, const Question &question, std::function<void(int)> answered) override;
    void chooseFileToSave(QWidget *parent, const QString &title, const QString &proposedName,
        const QString &filter, std::function<void(const QString &)> chosen) override;
    void chooseFolder(
        QWidget *parent, const QString &title, std::function<void(const QString &)> chosen) override;
};

} // namespace lectern::ui
