// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>

namespace lectern::ui {

/// Short news for the person, shown by the window that is in front: what was done, or what went wrong.
class Notices : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void tell(const QString &words) { Q_EMIT told(words); }
    void fail(const Error &error) { Q_EMIT failed(error); }

Q_SIGNALS:
    void told(const QString &words);
    void failed(const lectern::Error &error);
};

} // namespace lectern::ui
