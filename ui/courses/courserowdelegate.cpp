// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/courses/courserowdelegate.h"

#include "models/courselistmodel.h"
#include "ui/style/coursecolor.h"

#include <QApplication>
#include <QLocale>

namespace lectern::ui {

RowContent CourseRowDelegate::content(const QModelIndex &index) const
{
    const auto *model = qobject_cast<const models::CourseListModel *>(index.model());
    const store::CourseRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return {};
    RowContent content;
    content.shape = RowContent::Shape::TwoLines;
    content.stripe = courseColor(row->course.code, schemeOf(QApplication::palette()));
    content.primary = row->course.code;
    content.secondary = row->course.origin == school::Course::Origin::Placeholder
        ? tr("not in the roster yet")
        : row->course.title;
    if (row->learners > 0)
        content.detail = QLocale().toString(row->learners);
    return content;
}

} // namespace lectern::ui
