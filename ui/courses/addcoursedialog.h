// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/id.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace lectern::sync {
class Commands;
}

namespace lectern::ui {

class Banner;

/// Asks for a course's code and title and adds it. What was typed stays when it is refused.
class AddCourseDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AddCourseDialog(sync::Commands &commands, QWidget *parent = nullptr);

Q_SIGNALS:
    void added(lectern::CourseId course);

private:
    void setUp();
    void check();
    void save();
    void saved(const Result<CourseId> &course);

    sync::Commands &m_commands;
    QLineEdit *m_code;
    QLineEdit *m_title;
    Banner *m_problem;
    QPushButton *m_add;
};

} // namespace lectern::ui
