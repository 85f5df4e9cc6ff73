// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/rowtablemodel.h"
#include "school/person.h"

namespace lectern::models {

/// The school's people by name, narrowed by what was typed; at most `limit` of them.
class PeopleModel : public RowTableModel<school::Person>
{
    Q_OBJECT

public:
    enum Column { Name, Email, Role, ColumnCount };

    explicit PeopleModel(StoreReader &reader, QObject *parent = nullptr);

    void show(std::optional<school::Role> role, const QString &text, int limit);

Q_SIGNALS:
    void loaded();
    void failed(const lectern::Error &error);

protected:
    [[nodiscard]] QString keyOf(const school::Person &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const school::Person &row) const override;

private:
    LiveQuery<QList<school::Person>> m_people;
};

} // namespace lectern::models
