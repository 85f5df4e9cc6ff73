// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace lectern::ui {

/// A message of the desktop's own, outside Lectern's window.
struct Notification
{
    /// What it is about: a second one about the same takes the first one's place, and a click brings it back.
    QString id;
    QString title;
    QString body;
    QString action; ///< the words of its one button: "Open"

    friend bool operator==(const Notification &, const Notification &) = default;
};

/// Shows messages through the desktop, which may be anything from a bell to nothing at all. GUI thread.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const Notification &notification) = 0;

Q_SIGNALS:
    /// The person clicked on it, or on its button.
    void activated(const QString &id);
    /// The desktop cannot show it: somebody else may.
    void failed(const lectern::ui::Notification &notification);
};

/// The desktop's notification service where a session bus runs, the system tray elsewhere and where that
/// service does not answer.
[[nodiscard]] std::unique_ptr<Notifier> makeNotifier();

} // namespace lectern::ui
