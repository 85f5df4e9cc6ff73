// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/alternativehosts.h"

#include "ui/schedule/formfield.h"
#include "ui/style/tokens.h"
#include "ui/widgets/linklabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOffers = 3;

} // namespace

AlternativeHosts::AlternativeHosts(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_field(new FormField(tr("Alternative &hosts"), m_line))
    , m_offers(new QWidget)
    , m_row(new QHBoxLayout(m_offers))
{
    m_line->setObjectName(u"alternativeHosts"_s);
    m_line->setPlaceholderText(tr("name@school.example, …"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::m);
    m_offers->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_field);
    column->addWidget(m_offers);
    connect(m_line, &QLineEdit::textEdited, this, &AlternativeHosts::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &AlternativeHosts::showOffers);
}

void AlternativeHosts::setEmails(const QStringList &emails)
{
    if (emails != this->emails())
        m_line->setText(emails.join(u", "_s));
    showOffers();
}

QStringList AlternativeHosts::emails() const
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return m_line->text().split(separators, Qt::SkipEmptyParts);
}

void AlternativeHosts::setOffers(const QList<school::Person> &teachers)
{
    m_teachers = teachers;
    showOffers();
}

void AlternativeHosts::showOffers()
{
    const QStringList present = emails();
    QList<school::Person> offered = m_teachers;
    offered.removeIf(
        [&](const school::Person &teacher) { return present.contains(teacher.email, Qt::CaseInsensitive); });
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const school::Person &teacher : offered.mid(0, mostOffers)) {
        auto *link = new LinkLabel(tr("Add %1", "a teacher as alternative host").arg(teacher.name));
        link->setToolTip(teacher.email);
        connect(link, &LinkLabel::clicked, this, [this, email = teacher.email] { add(email); });
        m_row->addWidget(link);
    }
    m_row->addStretch(1);
    m_offers->setVisible(!offered.isEmpty() && m_line->isEnabledTo(this));
}

void AlternativeHosts::add(const QString &email)
{
    m_line->setText((emails() << email).join(u", "_s));
    m_line->setFocus();
    showOffers();
    Q_EMIT edited();
}

} // namespace lectern::ui
