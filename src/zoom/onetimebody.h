// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace lectern::zoom {

/// A request's body, empty or not, that can be read once only. Qt sends a request again by itself when the
/// server closes the connection before it answered, a POST too; with this for a body it has nothing to send
/// again, and the request fails instead. Whether it took effect is then for the caller to find out.
class OneTimeBody final : public QIODevice
{
public:
    explicit OneTimeBody(QByteArray bytes);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace lectern::zoom
