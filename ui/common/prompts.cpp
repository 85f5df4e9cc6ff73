// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/prompts.h"

#include "ui/style/buttonrole.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace lectern::ui {

namespace {

void addAnswers(QMessageBox &box, const Question &question)
{
    const bool isDestructive = question.weight == Question::Weight::Destructive;
    for (const QString &answer : question.answers) {
        const bool isProposed = answer == question.answers.first();
        QPushButton *button = box.addButton(
            answer, isProposed && isDestructive ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
        if (isProposed)
            setButtonRole(button, isDestructive ? ButtonRole::Destructive : ButtonRole::Primary);
        if (isProposed && !isDestructive)
            box.setDefaultButton(button);
    }
    QPushButton *cancel = box.addButton(QMessageBox::Cancel);
    box.setEscapeButton(cancel);
    if (isDestructive)
        box.setDefaultButton(cancel);
}

} // namespace

void DesktopPrompts::ask(QWidget *parent, const Question &question, std::function<void(int)> answered)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.title, {}, parent);
    box->setObjectName(QStringLiteral("question"));
    box->setInformativeText(question.text);
    box->setAttribute(Qt::WA_DeleteOnClose);
    addAnswers(*box, question);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
        [answers = question.answers, answered = std::move(answered)](
            const QAbstractButton *button) { answered(static_cast<int>(answers.indexOf(button->text()))); });
    box->open();
}

void DesktopPrompts::chooseFileToSave(QWidget *parent, const QString &title, const QString &proposedName,
    const QString &filter, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, proposedName, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DesktopPrompts::chooseFolder(
    QWidget *parent, const QString &title, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace lectern::ui
