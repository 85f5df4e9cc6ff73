// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/courselistmodel.h"

#include "store/courserepository.h"

namespace lectern::models {

CourseListModel::CourseListModel(StoreReader &reader, QObject *parent)
    : RowTableModel(parent)
    , m_reader(reader)
    , m_courses(reader,
          store::ChangeNotice::Courses | store::ChangeNotice::People | store::ChangeNotice::Meetings,
          [this](const Result<QList<store::CourseRow>> &courses) {
              if (!courses) {
                  Q_EMIT failed(courses.error());
                  return;
              }
              setRows(*courses);
              Q_EMIT loaded();
          })
{ }

void CourseListModel::show(const school::Person &viewer, const QString &text)
{
    store::CourseQuery query;
    query.text = text;
    if (viewer.role != school::Role::Administrator)
        query.person = viewer.id;
    m_courses.ask([query, &clock = m_reader.clock()](store::Database &database) {
        return store::CourseRepository(database, clock).list(query);
    });
}

QModelIndex CourseListModel::indexOf(CourseId course) const
{
    for (int line = 0; line < rowCount(); ++line) {
        if (rowAt(line).course.id == course)
            return index(line, 0);
    }
    return {};
}

QString CourseListModel::keyOf(const store::CourseRow &row) const
{
    return QString::number(row.course.id.value);
}

QStringList CourseListModel::columnTitles() const
{
    return {tr("Course"), tr("Title"), tr("Learners")};
}

QStringList CourseListModel::textsOf(const store::CourseRow &row) const
{
    return {row.course.code, row.course.title, QLocale().toString(row.learners)};
}

} // namespace lectern::models
