// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/personrepository.h"

#include "store/database.h"
#include "store/mapped.h"
#include "store/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Person;
using school::Role;

class PersonText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::store::Person)
};

Person readPerson(const Statement &row)
{
    return Person{.id = row.id<PersonId>(0),
        .name = row.text(1),
        .email = row.text(2),
        .role = row.enumeration<Role>(3)};
}

Result<PersonId> idForEmail(Database &database, const QString &email)
{
    auto select = database.statement("person by email"_L1, u"SELECT id FROM people WHERE email_key = ?1"_s);
    return select.bind(folded(email))
        .firstOr([](const Statement &row) { return row.id<PersonId>(0); }, PersonId{});
}

void bindPerson(Statement &statement, const Person &person)
{
    statement.bind(person.name).bind(person.email.trimmed()).bind(folded(person.email)).bind(person.role);
    statement.bind(sortKey(person.name)).bind(wordColumn(searchWords(person.name % u' ' % person.email)));
}

Result<PersonId> insert(Database &database, const Person &person)
{
    auto insert = database.statement("add person"_L1, uR"(
        INSERT INTO people (name, email, email_key, role, sort_key, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6))"_s);
    bindPerson(insert, person);
    return mapped(insert.runInserting(), [](qint64 id) { return PersonId{id}; });
}

Result<PersonId> update(Database &database, const Person &person)
{
    auto update = database.statement("update person"_L1, uR"(
        UPDATE people SET name = ?1, email = ?2, email_key = ?3, role = ?4, sort_key = ?5, words = ?6
        WHERE id = ?7)"_s);
    bindPerson(update, person);
    return mapped(update.bind(person.id).run(), [&person] { return person.id; });
}

std::unexpected<Error> emailTaken(const QString &email)
{
    const QString message = PersonText::tr("Somebody else already has the e-mail address %1.").arg(email);
    return std::unexpected(Error{.code = ErrorCode::Invalid,
        .message = message,
        .fields = {FieldError{.field = u"email"_s, .message = message}}});
}

struct Filter
{
    QString where;
    QVariantList values;
};

Filter filterFor(const PersonQuery &query)
{
    const QStringList words = searchWords(query.text);
    Filter filter{.where = u" WHERE "_s % wordsCondition(u"words"_s, words.size()),
        .values = QVariantList(words.begin(), words.end())};
    if (query.role) {
        filter.where += u" AND role = ?"_s;
        filter.values << static_cast<int>(*query.role);
    }
    return filter;
}

} // namespace

PersonRepository::PersonRepository(Database &database)
    : m_database(database)
{ }

Result<PersonId> PersonRepository::save(const Person &person)
{
    return m_database.transaction([&]() -> Result<PersonId> {
        const auto there = idForEmail(m_database, person.email);
        if (!there)
            return there;
        if (person.id.isValid() && there->isValid() && *there != person.id)
            return emailTaken(person.email);
        m_database.touch(ChangeNotice::People);
        Person saved = person;
        if (!saved.id.isValid())
            saved.id = *there;
        return saved.id.isValid() ? update(m_database, saved) : insert(m_database, saved);
    });
}

Result<PersonId> PersonRepository::findOrAdd(const QString &email, Role role)
{
    return m_database.transaction([&]() -> Result<PersonId> {
        const auto there = idForEmail(m_database, email);
        if (!there || there->isValid())
            return there;
        m_database.touch(ChangeNotice::People);
        // An id of Zoom's is nothing to call anybody by.
        const QString name = email.contains(u'@') ? email.trimmed() : QString();
        return insert(m_database, Person{.id = {}, .name = name, .email = email, .role = role});
    });
}

Result<std::optional<Person>> PersonRepository::find(PersonId id) const
{
    auto select =
        m_database.statement("find person"_L1, u"SELECT id, name, email, role FROM people WHERE id = ?1"_s);
    return select.bind(id).first(readPerson);
}

Result<std::optional<Person>> PersonRepository::findByEmail(const QString &email) const
{
    auto select = m_database.statement(
        "find person by email"_L1, u"SELECT id, name, email, role FROM people WHERE email_key = ?1"_s);
    return select.bind(folded(email)).first(readPerson);
}

Result<QList<Person>> PersonRepository::list(const PersonQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("list people"_L1,
        u"SELECT id, name, email, role FROM people"_s % filter.where
            % u" ORDER BY sort_key, id LIMIT ? OFFSET ?");
    return select.bindAll(filter.values).bind(query.limit).bind(query.offset).all(readPerson);
}

Result<int> PersonRepository::count(const PersonQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("count people"_L1, u"SELECT count(*) FROM people"_s % filter.where);
    return select.bindAll(filter.values).count();
}

} // namespace lectern::store
