// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/trackingfield.h"

#include "zoom/json.h"

namespace lectern::zoom {

void read(const JsonObject &in, TrackingField &out)
{
    in.required("id", out.id);
    in.required("field", out.field);
    in.optional("required", out.required);
    in.optional("visible", out.visible);
    in.optional("recommended_values", out.recommendedValues);
}

void read(const JsonObject &in, TrackingValue &out)
{
    in.required("field", out.field);
    in.optional("value", out.value);
}

Result<TrackingField> decodeTrackingField(const QByteArray &json)
{
    return decodeJson<TrackingField>(json);
}

Result<QList<TrackingField>> decodeTrackingFields(const QByteArray &json)
{
    Result<Page<TrackingField>> page = decodePage<TrackingField>(json, "tracking_fields");
    if (!page)
        return std::unexpected(page.error());
    return std::move(page->items);
}

QByteArray encodeTrackingField(const TrackingField &field)
{
    nlohmann::json values = nlohmann::json::array();
    for (const QString &value : field.recommendedValues)
        values.push_back(toJson(value));
    return dumpJson({{"field", toJson(field.field)}, {"required", field.required}, {"visible", field.visible},
        {"recommended_values", values}});
}

} // namespace lectern::zoom
