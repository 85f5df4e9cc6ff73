// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/onetimebody.h"

#include <algorithm>

namespace lectern::zoom {

OneTimeBody::OneTimeBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneTimeBody::bytesAvailable() const
{
    return m_bytes.size() - m_read + QIODevice::bytesAvailable();
}

qint64 OneTimeBody::readData(char *data, qint64 maximum)
{
    if (m_read == m_bytes.size())
        return -1;
    const qint64 count = std::min<qint64>(maximum, m_bytes.size() - m_read);
    std::copy_n(m_bytes.constData() + m_read, count, data);
    m_read += count;
    return count;
}

} // namespace lectern::zoom
