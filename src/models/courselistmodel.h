// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/rowtablemodel.h"
#include "school/person.h"
#include "store/rows.h"

namespace lectern::models {

/// The courses a person may see (all of them for an administrator), narrowed by what was typed.
class CourseListModel : public RowTableModel<store::CourseRow>
{
    Q_OBJECT

public:
    enum Column { Code, Title, Learners, ColumnCount };

    explicit CourseListModel(StoreReader &reader, QObject *parent = nullptr);

    void show(const school::Person &viewer, const QString &text);
    [[nodiscard]] QModelIndex indexOf(CourseId course) const;

Q_SIGNALS:
    void loaded();
    void failed(const lectern::Error &error);

protected:
    [[nodiscard]] QString keyOf(const store::CourseRow &row) const override;
    [[nodiscard]] QStringList columnTitles() const override;
    [[nodiscard]] QStringList textsOf(const store::CourseRow &row) const override;

private:
    StoreReader &m_reader;
    LiveQuery<QList<store::CourseRow>> m_courses;
};

} // namespace lectern::models
