// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/rosterfaults.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::roster {

namespace {

struct FaultText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::roster::RosterFaults)
};

QString located(const QString &file, int line, const QString &column, const QString &message)
{
    if (line == 0)
        return FaultText::tr("%1: %2", "file: what is wrong").arg(file, message);
    if (column.isEmpty())
        return FaultText::tr("%1, line %2: %3").arg(file, QString::number(line), message);
    return FaultText::tr("%1, line %2, column %3: %4").arg(file, QString::number(line), column, message);
}

} // namespace

void RosterFaults::add(const QString &file, int line, const QString &column, const QString &message)
{
    ++m_count;
    if (m_kept.size() >= maxKept)
        return;
    const QString field = file + u':' + QString::number(line) + u':' + column;
    m_kept.append({field, located(file, line, column, message)});
}

Error RosterFaults::error() const
{
    const QString first = m_kept.isEmpty() ? QString() : m_kept.first().message;
    const QString rest = m_count > 1
        ? FaultText::tr("There are %n more fault(s).", "after the first, told one", m_count - 1)
        : QString();
    const QString message =
        FaultText::tr("The roster was not read; nothing was changed. %1 %2").arg(first, rest);
    return {.code = ErrorCode::Invalid, .message = message.trimmed(), .fields = m_kept};
}

} // namespace lectern::roster
