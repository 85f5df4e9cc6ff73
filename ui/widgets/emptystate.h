// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QLabel;
class QPushButton;

namespace lectern::ui {

class Label;

/// What a place shows while it is empty: what belongs here, and the button that begins it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(
        const QIcon &icon, const QString &sentence, const QString &explanation, QWidget *parent = nullptr);

    void setWords(const QString &sentence, const QString &explanation);
    /// Shows the one button; an empty text hides it.
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QIcon m_picture;
    QLabel *m_icon;
    Label *m_sentence;
    Label *m_explanation;
    QPushButton *m_button;
};

} // namespace lectern::ui
