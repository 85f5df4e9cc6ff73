// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace lectern::zoom {

/// The most items Zoom puts on a page: fewer requests for the same list.
inline constexpr int pageSize = 300;

/// The query of one page; the first has no token.
[[nodiscard]] inline QList<QPair<QByteArray, QString>> pageQuery(const QString &token)
{
    QList<QPair<QByteArray, QString>> query{{"page_size", QString::number(pageSize)}};
    if (!token.isEmpty())
        query.append({"next_page_token", token});
    return query;
}

} // namespace lectern::zoom
