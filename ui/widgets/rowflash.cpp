// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowflash.h"

#include "models/news.h"
#include "ui/widgets/rowpainting.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace lectern::ui {

using namespace std::chrono_literals;

namespace {

/// A fade of a second and a half needs no more; the processor has other things to do.
constexpr auto frame = 33ms;
/// Where everything changed, nothing stands out.
constexpr int maxRows = 40;

} // namespace

RowFlash::RowFlash(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
{
    connect(&m_timer, &QTimer::timeout, this, &RowFlash::tick);
}

void RowFlash::follow(QAbstractItemModel *model)
{
    m_rows.clear();
    if (model)
        connect(model, &QAbstractItemModel::dataChanged, this, &RowFlash::onDataChanged);
}

void RowFlash::onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (!roles.contains(models::NewsRole) || !m_view->isVisible() || !Glow::isWantedOn(m_view)
        || first.model() != m_view->model())
        return;
    const int end = std::min(last.row(), first.row() + maxRows);
    for (int row = first.row(); row <= end; ++row)
        light(first.sibling(row, 0));
}

void RowFlash::light(const QModelIndex &row)
{
    const auto known = std::ranges::find_if(m_rows, [&row](const Row &lit) { return lit.index == row; });
    if (known == m_rows.end() && m_rows.size() >= maxRows)
        return;
    Row &lit = known == m_rows.end() ? m_rows.emplaceBack(Row{row, {}}) : *known;
    lit.glow.start();
    m_timer.start(frame);
    m_view->viewport()->update(rectOf(row));
}

void RowFlash::tick()
{
    for (const Row &row : std::as_const(m_rows))
        m_view->viewport()->update(rectOf(row.index));
    m_rows.removeIf([](const Row &row) { return !row.index.isValid() || row.glow.isOver(); });
    if (m_rows.isEmpty())
        m_timer.stop();
}

QRect RowFlash::rectOf(const QModelIndex &row) const
{
    const QRect cell = m_view->visualRect(row);
    return {0, cell.top(), m_view->viewport()->width(), cell.height()};
}

double RowFlash::strength(const QModelIndex &index) const
{
    const QModelIndex row = index.siblingAtColumn(0);
    const auto known = std::ranges::find_if(m_rows, [&row](const Row &lit) { return lit.index == row; });
    return known == m_rows.end() ? 0 : known->glow.strength();
}

void RowFlash::paint(QPainter *painter) const
{
    if (m_rows.isEmpty())
        return;
    painter->save();
    clipToView(painter, m_view);
    for (const Row &row : m_rows)
        painter->fillRect(rectOf(row.index), Glow::light(m_view->palette(), row.glow.strength()));
    painter->restore();
}

} // namespace lectern::ui
