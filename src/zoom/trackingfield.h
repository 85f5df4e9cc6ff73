// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace lectern::zoom {

class JsonObject;

/// A field that the account has every meeting carry.
struct TrackingField
{
    QString id;
    QString field; ///< the name; meetings refer to it by this
    bool required = false;
    bool visible = false;
    QStringList recommendedValues;
};

/// What one meeting has in a tracking field.
struct TrackingValue
{
    QString field;
    QString value;

    friend bool operator==(const TrackingValue &, const TrackingValue &) = default;
};

void read(const JsonObject &in, TrackingField &out);
void read(const JsonObject &in, TrackingValue &out);
[[nodiscard]] Result<TrackingField> decodeTrackingField(const QByteArray &json);
[[nodiscard]] Result<QList<TrackingField>> decodeTrackingFields(const QByteArray &json);
[[nodiscard]] QByteArray encodeTrackingField(const TrackingField &field);

} // namespace lectern::zoom
