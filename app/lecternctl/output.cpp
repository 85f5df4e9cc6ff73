// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include <algorithm>
#include <iostream>

namespace lectern::ctl {

void printJson(const nlohmann::json &document)
{
    std::cout << document.dump(2) << '\n';
}

void printTable(const QStringList &header, const QList<QStringList> &rows)
{
    QList<qsizetype> widths(header.size(), 0);
    QList<QStringList> lines{header};
    lines.append(rows);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths.at(i), line.at(i).size());
    }
    for (const QStringList &line : lines) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i)
            text += line.at(i).leftJustified(widths.at(i) + 2);
        printLine(text.trimmed());
    }
}

void printLine(const QString &line)
{
    std::cout << line.toStdString() << '\n';
}

void printError(const QString &line)
{
    std::cerr << "lecternctl: " << line.toStdString() << '\n';
}

nlohmann::json momentJson(const QDateTime &moment)
{
    if (!moment.isValid())
        return nullptr;
    return moment.toUTC().toString(Qt::ISODate).toStdString();
}

nlohmann::json textJson(const QString &text)
{
    if (text.isEmpty())
        return nullptr;
    return text.toStdString();
}

} // namespace lectern::ctl
