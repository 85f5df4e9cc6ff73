// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/person.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace lectern::ui {

class FormField;

/// E-mails of who may start the meeting in the host's place; the course's other teachers are offered.
class AlternativeHosts : public QWidget
{
    Q_OBJECT

public:
    explicit AlternativeHosts(QWidget *parent = nullptr);

    void setEmails(const QStringList &emails);
    [[nodiscard]] QStringList emails() const;
    void setOffers(const QList<school::Person> &teachers);
    [[nodiscard]] FormField *field() const { return m_field; }

Q_SIGNALS:
    void edited();

private:
    void showOffers();
    void add(const QString &email);

    QLineEdit *m_line;
    FormField *m_field;
    QWidget *m_offers;
    QHBoxLayout *m_row;
    QList<school::Person> m_teachers;
};

} // namespace lectern::ui
