// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewer.h"

namespace lectern::models {

void Viewer::setPerson(const school::Person &person)
{
    if (m_person == person)
        return;
    m_person = person;
    Q_EMIT changed();
}

} // namespace lectern::models
