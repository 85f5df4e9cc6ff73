// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace lectern::test {

/// A window made of every widget there is, filled as a school would fill it.
struct Scene
{
    const char *name;
    std::function<QWidget *()> make;
};

/// Long words make the same scenes with German and French words longer than the English ones.
enum class Words { English, Long };

QList<Scene> galleryScenes(Words words);

} // namespace lectern::test
