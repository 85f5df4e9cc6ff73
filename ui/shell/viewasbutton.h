// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QToolButton>

class QActionGroup;

namespace lectern::ui {

/// Somebody whose view of the school can be taken.
struct Viewer
{
    QString id;
    QString name;
    QString role; ///< in words: "teacher"
};

/// "Viewing as Tom Okafor, teacher ▾": whose school this is, and the choice of another.
class ViewAsButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ViewAsButton(QWidget *parent = nullptr);

    /// One viewer, or none, leaves nothing to choose: the words stay, without a menu.
    void setViewers(const QList<Viewer> &viewers, const QString &chosenId);
    QString current() const { return m_current.id; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void viewerChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Piece
    {
        QString text;
        bool strong;
    };

    QList<Piece> pieces() const;
    QFont fontOf(const Piece &piece) const;
    void addChoice(const Viewer &viewer);
    void choose(const Viewer &viewer);

    Viewer m_current;
    QActionGroup *m_choices = nullptr;
};

} // namespace lectern::ui
