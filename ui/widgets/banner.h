// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace lectern::ui {

class LinkLabel;

/// A notice beside what caused it, with the way out as a link. Never blocks.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit Banner(Kind kind, QWidget *parent = nullptr);

    /// lead is what happened, set heavier; text is what it means. Plain text both.
    void setWords(const QString &lead, const QString &text);
    /// The way out; an empty text takes the link away.
    void setAction(const QString &text);
    void setKind(Kind kind);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyColours();

    Kind m_kind;
    QLabel *m_words;
    LinkLabel *m_link;
};

} // namespace lectern::ui
