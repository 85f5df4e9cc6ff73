// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewasbutton.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QActionGroup>
#include <QMenu>
#include <QStyleOption>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 10;
constexpr int chevron = 18;

/// Where the translation puts the name, so that only the name is set heavier.
const QString nameMark = u"\u0001"_s;

} // namespace

ViewAsButton::ViewAsButton(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setAttribute(Qt::WA_Hover);
}

void ViewAsButton::setViewers(const QList<Viewer> &viewers, const QString &chosenId)
{
    delete menu();
    delete m_choices;
    m_choices = new QActionGroup(this);
    auto *choices = new QMenu(this);
    setMenu(choices);
    m_current = {};
    for (const Viewer &viewer : viewers) {
        if (viewer.id == chosenId)
            choose(viewer);
        addChoice(viewer);
    }
    if (viewers.size() < 2)
        setMenu(nullptr);
    setVisible(!m_current.id.isEmpty());
    updateGeometry();
}

void ViewAsButton::addChoice(const Viewer &viewer)
{
    QAction *choice =
        menu()->addAction(tr("%1, %2", "a person's name and role").arg(viewer.name, viewer.role));
    choice->setCheckable(true);
    choice->setChecked(viewer.id == m_current.id);
    m_choices->addAction(choice);
    connect(choice, &QAction::triggered, this, [this, viewer] {
        choose(viewer);
        Q_EMIT viewerChosen(viewer.id);
    });
}

void ViewAsButton::choose(const Viewer &viewer)
{
    m_current = viewer;
    QString said;
    for (const Piece &piece : pieces())
        said += piece.text;
    setAccessibleName(said);
    updateGeometry();
    update();
}

QList<ViewAsButton::Piece> ViewAsButton::pieces() const
{
    const QString sentence =
        tr("Viewing as %1, %2", "a person's name and role").arg(nameMark, m_current.role);
    return {{sentence.section(nameMark, 0, 0), false}, {m_current.name, true},
        {sentence.section(nameMark, 1), false}};
}

QFont ViewAsButton::fontOf(const Piece &piece) const
{
    QFont font = this->font();
    font.setWeight(piece.strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QSize ViewAsButton::sizeHint() const
{
    int width = 2 * padding + (menu() ? chevron : 0);
    for (const Piece &piece : pieces())
        width += QFontMetrics(fontOf(piece)).horizontalAdvance(piece.text);
    return {width, fontMetrics().height() + 14};
}

void ViewAsButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.rect.adjust(0, 3, 0, -3);
    if (menu())
        style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);
    int x = padding;
    for (const Piece &piece : pieces()) {
        painter.setFont(fontOf(piece));
        painter.setPen(piece.strong ? c.text : c.dim);
        const int width = painter.fontMetrics().horizontalAdvance(piece.text);
        painter.drawText(QRect(x, 0, width + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, piece.text);
        x += width;
    }
    if (menu())
        drawChevron(&painter, QRectF(x + 8, 0, 8, height()), Direction::Down, c.dim);
}

} // namespace lectern::ui
