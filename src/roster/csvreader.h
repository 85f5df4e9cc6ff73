// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <optional>

namespace lectern::roster {

/// Comma-separated values as RFC 4180 has them: quotes, doubled quotes, commas and line breaks within quotes.
/// Also taken: a byte order mark at the start, lines that end in LF or CR alone, a last line without an end.
/// Anything else is a fault, never a guess. (The libraries that Debian has trim values, know no byte order
/// mark or do not tell lines.)
class CsvReader
{
public:
    struct Row
    {
        int line = 0; ///< of the text, where the row begins; from 1
        QList<QByteArray> values;
    };
    struct Fault
    {
        int line = 0;
        qsizetype value = 0; ///< which value of the row; from 0
        QString message; ///< translated
    };

    static constexpr qsizetype maxValues = 200;
    static constexpr qsizetype maxValueSize = qsizetype{64} * 1024;

    explicit CsvReader(QByteArray text);

    /// The next row; nothing at the end. After a fault there is nothing more to read.
    [[nodiscard]] std::expected<std::optional<Row>, Fault> next();

private:
    using Value = std::expected<QByteArray, QString>;

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] bool atValueEnd() const;
    [[nodiscard]] Value readValue();
    [[nodiscard]] Value readPlain();
    [[nodiscard]] Value readQuoted();
    [[nodiscard]] bool readSeparator();
    void countLines(QByteArrayView text);

    QByteArray m_text;
    qsizetype m_position = 0;
    int m_line = 1;
};

} // namespace lectern::roster
