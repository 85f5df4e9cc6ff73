// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/errors.h"

#include <qcoro/qcorotask.h>

#include <QList>
#include <QString>

#include <functional>

namespace lectern::zoom {

/// One page of a list.
template <typename T>
struct Page
{
    QList<T> items;
    /// What to ask the next page with; empty on the last. Zoom forgets it after 15 minutes.
    QString nextToken;
    /// How many items all pages hold; -1 when Zoom did not say.
    int totalRecords = -1;
};

/// What the visitor of a walk wants next.
enum class Walk { Continue, Stop };

/// Fetches page after page, in order, until the last or until `visit` says Stop. When Zoom has forgotten the
/// place, the walk starts again from the first page, once: the visitor sees those items again.
template <typename T>
QCoro::Task<Result<void>> walkPages(
    std::function<QCoro::Task<Result<Page<T>>>(QString token)> fetch, std::function<Walk(Page<T>)> visit)
{
    QString token;
    bool restarted = false;
    while (true) {
        QCoro::Task<Result<Page<T>>> fetching = fetch(token);
        Result<Page<T>> page = co_await fetching;
        if (!page && !token.isEmpty() && !restarted && isExpiredPageToken(page.error())) {
            restarted = true;
            token.clear();
            continue;
        }
        if (!page)
            co_return Result<void>(std::unexpected(page.error()));
        token = page->nextToken;
        const Walk next = visit(std::move(*page));
        if (next == Walk::Stop || token.isEmpty())
            co_return Result<void>();
    }
}

} // namespace lectern::zoom
