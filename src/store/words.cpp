// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

QString withoutAccents(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            result.append(c);
    }
    return result.toCaseFolded();
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate();
}

} // namespace

QString folded(const QString &text)
{
    return text.trimmed().normalized(QString::NormalizationForm_C).toCaseFolded();
}

QStringList searchWords(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : withoutAccents(text)) {
        if (isWordCharacter(c)) {
            word.append(c);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

QString wordColumn(const QStringList &words)
{
    return words.isEmpty() ? QString() : u' ' + words.join(u' ');
}

QString prefixQuery(const QStringList &words)
{
    QStringList terms;
    for (const QString &word : words)
        terms.append(u'"' + word + u"\"*"_s);
    return terms.join(u' ');
}

QString sortKey(const QString &text)
{
    return withoutAccents(text.trimmed());
}

QString wordsCondition(const QString &column, qsizetype words)
{
    QStringList conditions;
    for (qsizetype i = 0; i < words; ++i)
        conditions.append(u"instr("_s % column % u", ' ' || ?) > 0");
    return conditions.isEmpty() ? u"1"_s : conditions.join(u" AND ");
}

} // namespace lectern::store
