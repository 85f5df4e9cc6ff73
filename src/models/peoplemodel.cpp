// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/peoplemodel.h"

#include "store/personrepository.h"

namespace lectern::models {

namespace {

QString roleText(school::Role role)
{
    switch (role) {
    case school::Role::Learner:
        return PeopleModel::tr("learner");
    case school::Role::Teacher:
        return PeopleModel::tr("teacher");
    case school::Role::Administrator:
        return PeopleModel::tr("administrator");
    }
    Q_UNREACHABLE();
}

} // namespace

PeopleModel::PeopleModel(StoreReader &reader, QObject *parent)
    : RowTableModel(parent)
    , m_people(reader, store::ChangeNotice::People, [this](const Result<QList<school::Person>> &people) {
        if (!people) {
            Q_EMIT failed(people.error());
            return;
        }
        setRows(*people);
        Q_EMIT loaded();
    })
{ }

void PeopleModel::show(std::optional<school::Role> role, const QString &text, int limit)
{
    store::PersonQuery query;
    query.text = text;
    query.role = role;
    query.limit = limit;
    m_people.ask(
        [query](store::Database &database) { return store::PersonRepository(database).list(query); });
}

QString PeopleModel::keyOf(const school::Person &row) const
{
    return QString::number(row.id.value);
}

QStringList PeopleModel::columnTitles() const
{
    return {tr("Name"), tr("E-mail"), tr("Role")};
}

QStringList PeopleModel::textsOf(const school::Person &row) const
{
    return {row.name.isEmpty() ? row.email : row.name, row.email, roleText(row.role)};
}

} // namespace lectern::models
