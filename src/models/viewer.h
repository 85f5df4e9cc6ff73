// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/person.h"

#include <QObject>

namespace lectern::models {

/// The person at this desktop: whose meetings are shown and by whose rights things are done. In the demo it
/// can be anybody of the school.
class Viewer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const school::Person &person() const { return m_person; }
    void setPerson(const school::Person &person);

Q_SIGNALS:
    void changed();

private:
    school::Person m_person;
};

} // namespace lectern::models
