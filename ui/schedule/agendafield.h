// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/ownertag.h"

#include <QWidget>

#include <optional>

class QPlainTextEdit;

namespace lectern::ui {

class FormField;

/// The agenda, with the count of what Zoom still takes beside the line Lectern adds to it.
class AgendaField : public QWidget
{
    Q_OBJECT

public:
    explicit AgendaField(QWidget *parent = nullptr);

    void setAgenda(const QString &agenda);
    [[nodiscard]] QString agenda() const;
    /// What travels with the agenda and takes room; nothing while no owner is chosen.
    void setTag(const std::optional<school::OwnerTag> &tag);
    [[nodiscard]] FormField *field() const { return m_field; }

Q_SIGNALS:
    void edited();

private:
    void showCount();

    QPlainTextEdit *m_text;
    FormField *m_field;
    qsizetype m_room = school::maxAgendaLength;
};

} // namespace lectern::ui
