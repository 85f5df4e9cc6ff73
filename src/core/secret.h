// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>

namespace lectern {

/// A credential in memory. It does not convert to text, prints as dots, and is compared by nobody:
/// the only way out is reveal(), so that a search for it finds every place that uses one.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    { }

    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }

private:
    QByteArray m_value;
};

inline QDebug operator<<(QDebug debug, const Secret &)
{
    return debug << "•••";
}

} // namespace lectern
