// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lectern::store {

/// The text for comparing without regard to case: e-mails and codes.
[[nodiscard]] QString folded(const QString &text);

/// The words of the text for searching: lower case, accents and punctuation dropped ("Café-Été" → cafe, ete).
[[nodiscard]] QStringList searchWords(const QString &text);

/// The words as a column keeps them: each with a space before it, so that a word's beginning can be found.
[[nodiscard]] QString wordColumn(const QStringList &words);

/// An FTS5 query for rows in which each of these begins a word.
[[nodiscard]] QString prefixQuery(const QStringList &words);

/// For sorting by name: accents and case dropped.
[[nodiscard]] QString sortKey(const QString &text);

/// SQL with a `?` for each word: true where each begins a word of the column.
[[nodiscard]] QString wordsCondition(const QString &column, qsizetype words);

} // namespace lectern::store
