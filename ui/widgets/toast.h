// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace lectern::ui {

class LinkLabel;

/// Short news over the bottom of a window, with an undo where there is one; it goes by itself, but not
/// while the pointer or the keyboard is on it. A second one takes the first one's place.
class Toast : public QFrame
{
    Q_OBJECT

public:
    /// Stays over the given window for as long as that lives.
    explicit Toast(QWidget *window);

    /// Says it once; an empty action shows no link. Replaces what was being said, and its action.
    void say(const QString &words, const QString &action = QString());

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void goIfLeftAlone();

    QLabel *m_words;
    LinkLabel *m_link;
    QTimer m_timer;
};

} // namespace lectern::ui
