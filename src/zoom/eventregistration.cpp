// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/eventregistration.h"

#include "zoom/eventjson.h"
#include "zoom/schooljson.h"

#include <array>

namespace lectern::zoom {

namespace {

using Action = RegistrationEvent::Action;

constexpr std::array actions{EnumName{"registration_created", Action::Created},
    EnumName{"registration_approved", Action::Approved},
    EnumName{"registration_cancelled", Action::Cancelled}, EnumName{"registration_denied", Action::Denied}};

struct Said
{
    EventMeeting meeting;
    Registrant registrant;
    QList<school::Occurrence> occurrences;
};

void read(const JsonObject &in, Said &out)
{
    read(in, out.meeting);
    in.required("registrant", out.registrant);
    in.optional("occurrences", out.occurrences);
}

} // namespace

bool readRegistrationEvent(const JsonObject &payload, QStringView verb, RegistrationEvent &out)
{
    const Action *action = actionNamed<Action>(actions, verb);
    if (!action)
        return false;
    out.action = *action;
    Said said;
    readObject(payload, said);
    out.meeting = std::move(said.meeting);
    out.registrant = std::move(said.registrant);
    for (const school::Occurrence &occurrence : said.occurrences)
        out.occurrenceIds.append(occurrence.id);
    return true;
}

} // namespace lectern::zoom
