// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/oneroster.h"

#include "roster/onerostermanifest.h"
#include "roster/rosterfile.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lectern::roster {

namespace {

using school::EnrolmentRole;
using school::Role;

struct RosterText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::roster::OneRoster)
};

/// A class in one of its sessions.
struct ClassPlace
{
    QString course;
    QString session;
    QString group;
};

/// What a role of users.csv or enrollments.csv makes of a person; nothing: not a person of Lectern.
template <typename T>
using RoleTable = QHash<QString, std::optional<T>>;

const RoleTable<Role> &personRoles()
{
    static const RoleTable<Role> roles{{u"administrator"_s, Role::Administrator},
        {u"teacher"_s, Role::Teacher}, {u"aide"_s, Role::Teacher}, {u"proctor"_s, Role::Teacher},
        {u"student"_s, Role::Learner}, {u"guardian"_s, std::nullopt}, {u"parent"_s, std::nullopt},
        {u"relative"_s, std::nullopt}};
    return roles;
}

const RoleTable<EnrolmentRole> &enrolmentRoles()
{
    static const RoleTable<EnrolmentRole> roles{{u"teacher"_s, EnrolmentRole::Teacher},
        {u"aide"_s, EnrolmentRole::Teacher}, {u"proctor"_s, EnrolmentRole::Teacher},
        {u"student"_s, EnrolmentRole::Learner}, {u"administrator"_s, std::nullopt},
        {u"guardian"_s, std::nullopt}, {u"parent"_s, std::nullopt}, {u"relative"_s, std::nullopt}};
    return roles;
}

/// Reads the files one after another; each may refer to what the earlier ones told.
class Reader
{
public:
    explicit Reader(const QHash<QString, QByteArray> &files)
        : m_files(files)
    { }

    Result<Roster> read();

private:
    [[nodiscard]] RosterFile open(const QString &name, const QStringList &columns);
    [[nodiscard]] bool isNew(const RosterFile &file, const RosterRow &row, QSet<QString> &ids);
    [[nodiscard]] QDate date(const RosterFile &file, const RosterRow &row, const QString &column);
    template <typename T>
    [[nodiscard]] std::optional<T> role(
        const RosterFile &file, const RosterRow &row, const RoleTable<T> &roles);
    void refuse(const RosterFile &file, const RosterRow &row, const QString &column, const QString &message);

    void readSessions();
    void readCourses();
    void readClasses();
    void readClass(const RosterFile &file, const RosterRow &row, const QString &id);
    void readPeople();
    void readPerson(const RosterFile &file, const RosterRow &row, const QString &id);
    void addPerson(const RosterPerson &person);
    void readEnrolments();
    void readEnrolment(const RosterFile &file, const RosterRow &row);
    void addEnrolment(const RosterEnrolment &enrolment);
    void keepUsedSessions();

    const QHash<QString, QByteArray> &m_files;
    RosterFaults m_faults;
    Roster m_roster;
    QSet<QString> m_terms; ///< codes of the sessions that are terms or used
    QHash<QString, QString> m_sessionCodes; ///< by sourcedId, here and below
    QHash<QString, QString> m_courseCodes;
    QHash<QString, QList<ClassPlace>> m_classes;
    QHash<QString, QString> m_emails; ///< an empty one belongs to who is left out
    QHash<QString, qsizetype> m_personByEmail;
    QHash<QStringList, qsizetype> m_enrolmentByPlace;
};

RosterFile Reader::open(const QString &name, const QStringList &columns)
{
    return RosterFile::read(name, m_files.value(name), QStringList{u"sourcedId"_s} + columns, m_faults);
}

void Reader::refuse(
    const RosterFile &file, const RosterRow &row, const QString &column, const QString &message)
{
    m_faults.add(file.name(), row.line, column, message);
}

/// True for a row that counts; one that is to be deleted is remembered all the same, so that what refers to
/// it is left out with it.
bool Reader::isNew(const RosterFile &file, const RosterRow &row, QSet<QString> &ids)
{
    const QString id = file.value(row, u"sourcedId"_s);
    if (id.isEmpty()) {
        refuse(file, row, u"sourcedId"_s, RosterText::tr("This value is missing."));
        return false;
    }
    if (ids.contains(id)) {
        refuse(file, row, u"sourcedId"_s, RosterText::tr("“%1” is there a second time.").arg(id));
        return false;
    }
    ids.insert(id);
    return true;
}

QDate Reader::date(const RosterFile &file, const RosterRow &row, const QString &column)
{
    const QString text = file.value(row, column);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid()) {
        refuse(file, row, column,
            RosterText::tr("“%1” is not a date. Dates are written as 2026-09-01.").arg(text));
    }
    return day;
}

template <typename T>
std::optional<T> Reader::role(const RosterFile &file, const RosterRow &row, const RoleTable<T> &roles)
{
    const QString name = file.value(row, u"role"_s);
    const auto found = roles.constFind(name.toLower());
    if (found != roles.cend())
        return *found;
    refuse(file, row, u"role"_s, RosterText::tr("“%1” is not a role of OneRoster.").arg(name));
    return std::nullopt;
}

void Reader::readSessions()
{
    const RosterFile file =
        open(u"academicSessions.csv"_s, {u"title"_s, u"type"_s, u"startDate"_s, u"endDate"_s});
    QSet<QString> ids;
    for (const RosterRow &row : file.rows()) {
        if (!isNew(file, row, ids))
            continue;
        const QString id = file.value(row, u"sourcedId"_s);
        m_sessionCodes.insert(id, file.isCurrent(row) ? id : QString());
        if (!file.isCurrent(row))
            continue;
        const QString title = file.value(row, u"title"_s);
        m_roster.sessions.append({id, title.isEmpty() ? id : title, date(file, row, u"startDate"_s),
            date(file, row, u"endDate"_s)});
        if (file.value(row, u"type"_s).compare(u"term", Qt::CaseInsensitive) == 0)
            m_terms.insert(id);
    }
}

void Reader::readCourses()
{
    const RosterFile file = open(u"courses.csv"_s, {u"title"_s, u"courseCode"_s});
    QSet<QString> ids;
    QSet<QString> codes;
    for (const RosterRow &row : file.rows()) {
        if (!isNew(file, row, ids))
            continue;
        const QString id = file.value(row, u"sourcedId"_s);
        QString code = file.value(row, u"courseCode"_s);
        code = code.isEmpty() ? id : code;
        m_courseCodes.insert(id, file.isCurrent(row) ? code : QString());
        if (!file.isCurrent(row))
            continue;
        if (codes.contains(code.toCaseFolded())) {
            refuse(file, row, u"courseCode"_s, RosterText::tr("“%1” is there a second time.").arg(code));
            continue;
        }
        codes.insert(code.toCaseFolded());
        const QString title = file.value(row, u"title"_s);
        m_roster.courses.append({code, title.isEmpty() ? code : title});
    }
}

void Reader::readClasses()
{
    const RosterFile file = open(u"classes.csv"_s,
        {u"title"_s, u"courseSourcedId"_s, u"classCode"_s, u"classType"_s, u"termSourcedIds"_s});
    QSet<QString> ids;
    for (const RosterRow &row : file.rows()) {
        if (!isNew(file, row, ids))
            continue;
        const QString id = file.value(row, u"sourcedId"_s);
        m_classes.insert(id, {});
        if (file.isCurrent(row))
            readClass(file, row, id);
    }
}

void Reader::readClass(const RosterFile &file, const RosterRow &row, const QString &id)
{
    const QString courseId = file.value(row, u"courseSourcedId"_s);
    if (!m_courseCodes.contains(courseId)) {
        refuse(file, row, u"courseSourcedId"_s,
            RosterText::tr("There is no course “%1” in courses.csv.").arg(courseId));
        return;
    }
    const QString course = m_courseCodes.value(courseId);
    if (course.isEmpty())
        return;
    const QString type = file.value(row, u"classType"_s).toLower();
    if (type != u"homeroom" && type != u"scheduled") {
        refuse(
            file, row, u"classType"_s, RosterText::tr("“%1” is not a type of class of OneRoster.").arg(type));
        return;
    }
    QString group;
    if (type == u"scheduled") {
        group = file.value(row, u"classCode"_s);
        group = group.isEmpty() ? id : group;
    }
    for (const QString &term : file.value(row, u"termSourcedIds"_s).split(u',')) {
        const QString session = m_sessionCodes.value(term.trimmed());
        if (!term.trimmed().isEmpty() && !m_sessionCodes.contains(term.trimmed())) {
            refuse(file, row, u"termSourcedIds"_s,
                RosterText::tr("There is no session “%1” in academicSessions.csv.").arg(term.trimmed()));
            continue;
        }
        m_terms.insert(session);
        m_classes[id].append({course, session, group});
        const QString title = file.value(row, u"title"_s);
        if (!group.isEmpty())
            m_roster.groups.append({course, session, group, title.isEmpty() ? group : title});
    }
}

void Reader::readPeople()
{
    const RosterFile file =
        open(u"users.csv"_s, {u"enabledUser"_s, u"role"_s, u"givenName"_s, u"familyName"_s, u"email"_s});
    QSet<QString> ids;
    for (const RosterRow &row : file.rows())
        if (isNew(file, row, ids))
            readPerson(file, row, file.value(row, u"sourcedId"_s));
}

void Reader::readPerson(const RosterFile &file, const RosterRow &row, const QString &id)
{
    m_emails.insert(id, {});
    const std::optional<Role> personRole = role(file, row, personRoles());
    const bool isEnabled = file.value(row, u"enabledUser"_s).compare(u"false", Qt::CaseInsensitive) != 0;
    if (!personRole || !isEnabled || !file.isCurrent(row))
        return;
    const QString given = file.value(row, u"givenName"_s);
    const QString name = QString(given + u' ' + file.value(row, u"familyName"_s)).trimmed();
    const QString email = file.value(row, u"email"_s);
    if (email.isEmpty()) {
        m_roster.leftOut.append(RosterText::tr("%1, line %2: %3 has no e-mail address and was left out.")
                .arg(file.name(), QString::number(row.line), name));
        return;
    }
    if (email.count(u'@') != 1 || email.startsWith(u'@') || email.endsWith(u'@')) {
        refuse(file, row, u"email"_s, RosterText::tr("“%1” is not an e-mail address.").arg(email));
        return;
    }
    m_emails.insert(id, email);
    addPerson({name.isEmpty() ? email : name, email, *personRole});
}

/// Somebody with several records is one person, with the role that may do most.
void Reader::addPerson(const RosterPerson &person)
{
    const QString key = person.email.toCaseFolded();
    const auto known = m_personByEmail.constFind(key);
    if (known == m_personByEmail.cend()) {
        m_personByEmail.insert(key, m_roster.people.size());
        m_roster.people.append(person);
        return;
    }
    RosterPerson &there = m_roster.people[*known];
    there.role = std::max(there.role, person.role);
}

void Reader::readEnrolments()
{
    const RosterFile file = open(u"enrollments.csv"_s, {u"classSourcedId"_s, u"userSourcedId"_s, u"role"_s});
    for (const RosterRow &row : file.rows())
        if (file.isCurrent(row))
            readEnrolment(file, row);
}

void Reader::readEnrolment(const RosterFile &file, const RosterRow &row)
{
    const QString classId = file.value(row, u"classSourcedId"_s);
    const QString userId = file.value(row, u"userSourcedId"_s);
    if (!m_classes.contains(classId)) {
        refuse(file, row, u"classSourcedId"_s,
            RosterText::tr("There is no class “%1” in classes.csv.").arg(classId));
        return;
    }
    if (!m_emails.contains(userId)) {
        refuse(
            file, row, u"userSourcedId"_s, RosterText::tr("There is no user “%1” in users.csv.").arg(userId));
        return;
    }
    const std::optional<EnrolmentRole> enrolmentRole = role(file, row, enrolmentRoles());
    const QString email = m_emails.value(userId);
    if (!enrolmentRole || email.isEmpty())
        return;
    for (const ClassPlace &place : m_classes.value(classId))
        addEnrolment({email, place.course, place.session, place.group, *enrolmentRole});
}

/// Who teaches and learns in the same place, teaches.
void Reader::addEnrolment(const RosterEnrolment &enrolment)
{
    const QStringList key{
        enrolment.email.toCaseFolded(), enrolment.course, enrolment.session, enrolment.group};
    const auto known = m_enrolmentByPlace.constFind(key);
    if (known == m_enrolmentByPlace.cend()) {
        m_enrolmentByPlace.insert(key, m_roster.enrolments.size());
        m_roster.enrolments.append(enrolment);
    } else if (enrolment.role == EnrolmentRole::Teacher) {
        m_roster.enrolments[*known].role = EnrolmentRole::Teacher;
    }
}

void Reader::keepUsedSessions()
{
    const auto isUnused = [this](const RosterSession &session) { return !m_terms.contains(session.code); };
    m_roster.sessions.removeIf(isUnused);
}

Result<Roster> Reader::read()
{
    checkManifest(m_files, m_faults);
    if (!m_faults.isEmpty())
        return std::unexpected(m_faults.error());
    readSessions();
    readCourses();
    readClasses();
    readPeople();
    readEnrolments();
    keepUsedSessions();
    if (!m_faults.isEmpty())
        return std::unexpected(m_faults.error());
    return m_roster;
}

} // namespace

QStringList oneRosterFileNames()
{
    return {u"manifest.csv"_s, u"academicSessions.csv"_s, u"courses.csv"_s, u"classes.csv"_s, u"users.csv"_s,
        u"enrollments.csv"_s};
}

Result<Roster> readOneRoster(const QHash<QString, QByteArray> &files)
{
    return Reader(files).read();
}

} // namespace lectern::roster
