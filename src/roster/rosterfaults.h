// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lectern::roster {

/// What is wrong with the files of a roster, and where.
class RosterFaults
{
public:
    /// As many as a person would read; the rest is only counted.
    static constexpr qsizetype maxKept = 20;

    /// `line` from 1, or 0 for the file as a whole; `column` may be empty.
    void add(const QString &file, int line, const QString &column, const QString &message);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// ErrorCode::Invalid; each field error is named `file:line:column`.
    [[nodiscard]] Error error() const;

private:
    QList<FieldError> m_kept;
    int m_count = 0;
};

} // namespace lectern::roster
