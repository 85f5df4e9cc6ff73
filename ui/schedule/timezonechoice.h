// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/schedule/choicebox.h"

#include <QByteArrayList>

namespace lectern::ui {

/// The IANA zones, found by typing any part of a name ("new york").
class TimeZoneChoice : public ChoiceBox
{
    Q_OBJECT

public:
    explicit TimeZoneChoice(QWidget *parent = nullptr);

    void setTimeZone(const QByteArray &id);
    [[nodiscard]] QByteArray timeZone() const;

private:
    QByteArrayList m_ids;
};

} // namespace lectern::ui
