// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icon.h"

#include "ui/style/tokens.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int greyEnough = 24;

bool isGrey(QRgb pixel)
{
    const auto [least, most] = std::minmax({qRed(pixel), qGreen(pixel), qBlue(pixel)});
    return qAlpha(pixel) < 32 || most - least <= greyEnough;
}

bool isMonochrome(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!isGrey(image.pixel(x, y)))
                return false;
        }
    }
    return true;
}

QColor inkFor(QIcon::Mode mode)
{
    const Colours &c = colours(QGuiApplication::palette());
    return mode == QIcon::Disabled ? c.disabled : c.text;
}

class TintedEngine : public QIconEngine
{
public:
    explicit TintedEngine(QIcon icon)
        : m_icon(std::move(icon))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = std::max(painter->device()->devicePixelRatio(), painter->deviceTransform().m11());
        QPixmap drawn = pixmap(rect.size() * ratio, mode, state);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        m_icon.paint(&painter, image.rect(), Qt::AlignCenter, QIcon::Normal, state);
        if (isMonochrome(image)) {
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(image.rect(), inkFor(mode));
        }
        return QPixmap::fromImage(image);
    }

    QIconEngine *clone() const override { return new TintedEngine(m_icon); }
    QString key() const override { return u"lectern-tinted"_s; }
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override
    {
        return m_icon.availableSizes(mode, state);
    }

private:
    QIcon m_icon;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    const QIcon icon = QIcon::fromTheme(name + u"-symbolic"_s, QIcon::fromTheme(name));
    return icon.isNull() ? icon : QIcon(new TintedEngine(icon));
}

} // namespace lectern::ui
