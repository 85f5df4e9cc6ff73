// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/csvreader.h"

#include <QCoreApplication>

namespace lectern::roster {

namespace {

struct CsvText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::roster::CsvReader)
};

} // namespace

CsvReader::CsvReader(QByteArray text)
    : m_text(std::move(text))
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_position = 3;
}

std::expected<std::optional<CsvReader::Row>, CsvReader::Fault> CsvReader::next()
{
    if (atEnd())
        return std::nullopt;
    Row row{m_line, {}};
    do {
        const int line = m_line;
        const Value value = row.values.size() < maxValues
            ? readValue()
            : Value(std::unexpected(CsvText::tr("This line has too many values.")));
        if (!value) {
            m_position = m_text.size();
            return std::unexpected(Fault{line, row.values.size(), value.error()});
        }
        row.values.append(*value);
    } while (readSeparator());
    return row;
}

CsvReader::Value CsvReader::readValue()
{
    const Value value = !atEnd() && m_text.at(m_position) == '"' ? readQuoted() : readPlain();
    if (value && value->size() > maxValueSize)
        return std::unexpected(CsvText::tr("This value is too long."));
    return value;
}

bool CsvReader::atValueEnd() const
{
    return atEnd() || QByteArrayView(",\r\n").contains(m_text.at(m_position));
}

CsvReader::Value CsvReader::readPlain()
{
    const qsizetype begin = m_position;
    while (!atValueEnd()) {
        if (m_text.at(m_position) == '"')
            return std::unexpected(
                CsvText::tr("A quotation mark stands within a value that is not in quotation marks."));
        ++m_position;
    }
    return m_text.mid(begin, m_position - begin);
}

CsvReader::Value CsvReader::readQuoted()
{
    QByteArray value;
    QByteArrayView between;
    do {
        const qsizetype begin = m_position + 1;
        const qsizetype quote = m_text.indexOf('"', begin);
        if (quote < 0)
            return std::unexpected(CsvText::tr("A quotation mark is opened here and never closed."));
        value += between;
        value += QByteArrayView(m_text).sliced(begin, quote - begin);
        // A second quote right after this one stands for one in the value.
        between = "\"";
        m_position = quote + 1;
    } while (!atEnd() && m_text.at(m_position) == '"');
    countLines(value);
    if (!atValueEnd())
        return std::unexpected(CsvText::tr("There is text after the closing quotation mark of a value."));
    return value;
}

/// Takes the comma after a value, or the end of its line; true when another value follows.
bool CsvReader::readSeparator()
{
    if (atEnd())
        return false;
    const char separator = m_text.at(m_position++);
    if (separator == ',')
        return true;
    if (separator == '\r' && !atEnd() && m_text.at(m_position) == '\n')
        ++m_position;
    ++m_line;
    return false;
}

void CsvReader::countLines(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (text[i] == '\n' || (text[i] == '\r' && !isPair))
            ++m_line;
    }
}

} // namespace lectern::roster
