// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullprogress.h"

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

const QString cursorKey = u"pull.cursor"_s;
const QString completedKey = u"pull.completed-at"_s;

} // namespace

PullProgress::PullProgress(Repositories &store)
    : m_store(store)
{ }

Result<QList<school::Host>> PullProgress::begin(const QList<school::Host> &hosts)
{
    const Result<std::optional<QString>> cursor = m_store.state.value(cursorKey);
    if (!cursor)
        return std::unexpected(cursor.error());
    m_finished = cursor->value_or(QString()).split(u' ', Qt::SkipEmptyParts);
    QList<school::Host> left;
    for (const school::Host &host : hosts) {
        if (!m_finished.contains(host.zoomUserId))
            left.append(host);
    }
    m_total = static_cast<int>(hosts.size());
    m_done = m_total - static_cast<int>(left.size());
    if (const Result<void> saved = save(); !saved)
        return std::unexpected(saved.error());
    return left;
}

Result<void> PullProgress::hostDone(const QString &hostZoomUserId)
{
    m_finished.append(hostZoomUserId);
    ++m_done;
    return save();
}

Result<void> PullProgress::complete(const QDateTime &now)
{
    m_finished.clear();
    return m_store.database.transaction([&]() -> Result<void> {
        if (const Result<void> removed = m_store.state.remove(cursorKey); !removed)
            return removed;
        return m_store.state.setMoment(completedKey, now);
    });
}

QDateTime PullProgress::completedAt() const
{
    return m_store.state.moment(completedKey).value_or(QDateTime());
}

Result<void> PullProgress::save()
{
    return m_store.database.transaction(
        [this] { return m_store.state.set(cursorKey, m_finished.join(u' ')); });
}

} // namespace lectern::sync
