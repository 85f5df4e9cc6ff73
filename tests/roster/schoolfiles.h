// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

/// A small school as a OneRoster export, for tests to spoil.
inline QHash<QString, QByteArray> schoolFiles()
{
    return {
        {QStringLiteral("manifest.csv"),
            "propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.1\r\n"
            "file.academicSessions,bulk\r\nfile.classes,bulk\r\nfile.courses,bulk\r\n"
            "file.enrollments,bulk\r\nfile.orgs,bulk\r\nfile.users,bulk\r\nfile.results,absent\r\n"},
        {QStringLiteral("academicSessions.csv"),
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\r\n"
            "2026-AUT,,,Autumn 2026,term,2026-09-01,2026-12-18,,2027\r\n"
            "2026-27,,,Year 2026/27,schoolYear,2026-09-01,2027-07-20,,2027\r\n"},
        {QStringLiteral("courses.csv"),
            "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId\r\n"
            "c1,,,,\"Biology, first year\",BIO-1A,,o\r\n"
            "c2,,,,Chemistry,,,o\r\n"},
        {QStringLiteral("classes.csv"),
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
            "schoolSourcedId,termSourcedIds\r\n"
            "k1,,,Biology,,c1,BIO-1A,homeroom,,o,2026-AUT\r\n"
            "k2,,,Group 1,,c1,BIO-1A-1,scheduled,,o,2026-AUT\r\n"
            "k3,,,Chemistry,,c2,,homeroom,,o,\r\n"},
        {QStringLiteral("users.csv"),
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
            "familyName,middleName,identifier,email\r\n"
            "u1,,,true,o,teacher,tok,,Tom,Okafor,,,t.okafor@lakeside.example\r\n"
            "u2,,,true,o,student,ame,,Amélie,Roux,,,a.roux@lakeside.example\r\n"
            "u3,,,true,o,administrator,adm,,Ines,Vidal,,,i.vidal@lakeside.example\r\n"
            "u4,,,true,o,parent,par,,Paul,Roux,,,p.roux@lakeside.example\r\n"
            "u5,,,true,o,student,noe,,Noé,Petit,,,\r\n"
            "u6,,,false,o,student,old,,Old,Boy,,,o.boy@lakeside.example\r\n"},
        {QStringLiteral("enrollments.csv"),
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary\r\n"
            "e1,,,k1,o,u1,teacher,true\r\n"
            "e2,,,k1,o,u2,student,false\r\n"
            "e3,,,k2,o,u2,student,false\r\n"
            "e4,,,k3,o,u2,student,false\r\n"
            "e5,,,k1,o,u5,student,false\r\n"
            "e6,,,k1,o,u6,student,false\r\n"
            "e7,tobedeleted,,k1,o,nobody,student,false\r\n"},
    };
}
