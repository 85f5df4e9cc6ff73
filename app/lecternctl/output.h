// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <string>

namespace lectern::ctl {

void printJson(const nlohmann::json &document);
/// Columns as wide as their widest cell.
void printTable(const QStringList &header, const QList<QStringList> &rows);
void printLine(const QString &line);
void printError(const QString &line);

/// RFC 3339 in UTC; null when invalid.
[[nodiscard]] nlohmann::json momentJson(const QDateTime &moment);
/// Null when empty.
[[nodiscard]] nlohmann::json textJson(const QString &text);

} // namespace lectern::ctl
