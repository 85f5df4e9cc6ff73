// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/viewer.h"
#include "school/person.h"

#include <QObject>

namespace lectern::ui {
class MainWindow;
class Notices;
} // namespace lectern::ui

namespace lectern::app {

/// Decides whose view of the school is shown: the person this desktop belongs to or, in the demo, anybody out
/// of a few of each role.
class ViewerChoice : public QObject
{
    Q_OBJECT

public:
    enum class Freedom {
        OnlyMe, ///< the person known by e-mail; a learner with no rights until the store knows them
        Anybody, ///< the demo
    };

    ViewerChoice(models::StoreReader &reader, models::Viewer &viewer, ui::MainWindow &window,
        ui::Notices &notices, Freedom freedom);

    /// Who it is at this desktop (or, in the demo, at first); compared without regard to case.
    void setMe(const QString &email);
    void choose(const QString &email);

private:
    void arrived(const Result<QList<school::Person>> &people);
    void showChoice();

    models::Viewer &m_viewer;
    ui::MainWindow &m_window;
    ui::Notices &m_notices;
    Freedom m_freedom;
    QString m_wanted;
    QList<school::Person> m_people;
    models::LiveQuery<QList<school::Person>> m_query;
};

} // namespace lectern::app
