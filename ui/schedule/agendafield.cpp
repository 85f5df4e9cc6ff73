// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/agendafield.h"

#include "models/schedulefields.h"
#include "ui/schedule/formfield.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 4;

} // namespace

AgendaField::AgendaField(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
    , m_field(new FormField(tr("&Agenda"), m_text))
{
    m_text->setObjectName(u"agenda"_s);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("What it is about, what to bring"));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * linesShown + 20);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_field);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        showCount();
        Q_EMIT edited();
    });
    showCount();
}

void AgendaField::setAgenda(const QString &agenda)
{
    if (agenda == m_text->toPlainText())
        return;
    const QSignalBlocker quiet(this);
    m_text->setPlainText(agenda);
}

QString AgendaField::agenda() const
{
    return m_text->toPlainText();
}

void AgendaField::setTag(const std::optional<school::OwnerTag> &tag)
{
    m_room = tag ? models::agendaRoom(*tag) : school::maxAgendaLength;
    showCount();
}

void AgendaField::showCount()
{
    const auto used = static_cast<int>(m_text->toPlainText().size());
    const int left = static_cast<int>(m_room) - used;
    if (used == 0)
        m_field->setHint(QString());
    else if (left >= 0)
        m_field->setHint(tr("%n character(s) left", nullptr, left));
    else
        m_field->setHint(tr("%n character(s) too many", nullptr, -left));
}

} // namespace lectern::ui
