// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/registrant.h"

#include "zoom/json.h"

#include <array>

namespace lectern::zoom {

namespace {

constexpr std::array registrantStatuses{EnumName{"approved", RegistrantStatus::Approved},
    EnumName{"pending", RegistrantStatus::Pending}, EnumName{"denied", RegistrantStatus::Denied}};

const char *nameOf(RegistrantAction action)
{
    switch (action) {
    case RegistrantAction::Approve:
        return "approve";
    case RegistrantAction::Cancel:
        return "cancel";
    case RegistrantAction::Deny:
        return "deny";
    }
    Q_UNREACHABLE();
}

} // namespace

std::span<const EnumName<RegistrantStatus>> enumNames(RegistrantStatus)
{
    return registrantStatuses;
}

void read(const JsonObject &in, Registrant &out)
{
    in.required("id", out.id);
    in.required("email", out.email);
    in.optional("first_name", out.firstName);
    in.optional("last_name", out.lastName);
    in.optional("status", out.status);
    in.optional("create_time", out.createdAt);
    in.optional("join_url", out.joinUrl);
    out.raw = in.rawWithout("join_url");
}

void read(const JsonObject &in, Registration &out)
{
    in.required("registrant_id", out.registrantId);
    in.optional("join_url", out.joinUrl);
    in.optional("start_time", out.start);
}

Result<Registrant> decodeRegistrant(const QByteArray &json)
{
    return decodeJson<Registrant>(json);
}

Result<Page<Registrant>> decodeRegistrantPage(const QByteArray &json)
{
    return decodePage<Registrant>(json, "registrants");
}

Result<Registration> decodeRegistration(const QByteArray &json)
{
    return decodeJson<Registration>(json);
}

QByteArray encodeRegistrant(const RegistrantDraft &registrant)
{
    nlohmann::json out{{"email", toJson(registrant.email)}, {"first_name", toJson(registrant.firstName)}};
    if (!registrant.lastName.isEmpty())
        out["last_name"] = toJson(registrant.lastName);
    return dumpJson(out);
}

QByteArray encodeRegistrantAction(RegistrantAction action, const RegistrantRefs &registrants)
{
    nlohmann::json list = nlohmann::json::array();
    for (const auto &[id, email] : registrants) {
        nlohmann::json one{{"email", toJson(email)}};
        if (!id.isEmpty())
            one["id"] = toJson(id);
        list.push_back(std::move(one));
    }
    return dumpJson({{"action", nameOf(action)}, {"registrants", list}});
}

} // namespace lectern::zoom
