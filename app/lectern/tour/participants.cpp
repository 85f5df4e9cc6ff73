// SPDX-License-Identifier: GPL-3.0-or-later
#include "participants.h"

#include "models/attendancemodel.h"
#include "ui/meeting/participantstab.h"

#include <QAbstractItemView>

namespace lectern::app::tour {

bool hasParticipants(const TourDriver &tour)
{
    return tour.page() && tour.page()->findChild<ui::ParticipantsTab *>();
}

bool isAmongParticipants(const TourDriver &tour, const QString &name)
{
    const auto *tab = tour.page() ? tour.page()->findChild<ui::ParticipantsTab *>() : nullptr;
    const auto *table = tab && tab->isVisible() ? tab->findChild<QAbstractItemView *>() : nullptr;
    const auto *people = table ? qobject_cast<const models::AttendanceModel *>(table->model()) : nullptr;
    for (int row = 0; people && row < people->rowCount(); ++row) {
        const models::AttendanceRow &person = people->rowAt(row);
        if (person.name == name && person.state == models::AttendanceRow::State::Here)
            return true;
    }
    return false;
}

} // namespace lectern::app::tour
