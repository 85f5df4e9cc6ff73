// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/coursecolor.h"

#include <cstdint>

namespace lectern::ui {

namespace {

/// FNV-1a, because qHash is seeded anew in every run.
std::uint32_t stableHash(const QByteArray &bytes)
{
    std::uint32_t hash = 2166136261U;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    // FNV leaves short codes that end alike close together; this spreads them.
    hash = (hash ^ (hash >> 16U)) * 0x85EBCA6BU;
    hash = (hash ^ (hash >> 13U)) * 0xC2B2AE35U;
    return hash ^ (hash >> 16U);
}

} // namespace

const QList<QColor> &courseColours(Scheme scheme)
{
    static const QList<QColor> light{QColor(0xBD5B38), QColor(0x4780B8), QColor(0x7A832D), QColor(0x856EAE),
        QColor(0x388B86), QColor(0xA56F26), QColor(0xB05B86), QColor(0x6874C2), QColor(0x548B56),
        QColor(0xBC585B), QColor(0x2F88A1), QColor(0x837B68)};
    static const QList<QColor> dark{QColor(0xCA6844), QColor(0x538CC5), QColor(0x868F3A), QColor(0x9179BB),
        QColor(0x459792), QColor(0xB27B34), QColor(0xBD6792), QColor(0x7381D0), QColor(0x5F9861),
        QColor(0xCA6466), QColor(0x3D94AD), QColor(0x8F8773)};
    return scheme == Scheme::Dark ? dark : light;
}

QColor courseColor(const QString &code, Scheme scheme)
{
    const auto &palette = courseColours(scheme);
    const auto hash = stableHash(code.trimmed().toCaseFolded().toUtf8());
    return palette[static_cast<qsizetype>(hash) % palette.size()];
}

} // namespace lectern::ui
