// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/courses/addcoursedialog.h"

#include "core/whendone.h"
#include "sync/commands.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lectern::ui {

AddCourseDialog::AddCourseDialog(sync::Commands &commands, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_code(new QLineEdit)
    , m_title(new QLineEdit)
    , m_problem(new Banner(Banner::Kind::Error))
    , m_add(new QPushButton(tr("Add course")))
{
    setObjectName(u"addCourseDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add a course"));
    setUp();
    connect(m_code, &QLineEdit::textChanged, this, &AddCourseDialog::check);
    connect(m_add, &QPushButton::clicked, this, &AddCourseDialog::save);
    check();
}

void AddCourseDialog::setUp()
{
    m_code->setObjectName(u"code"_s);
    m_code->setMaxLength(64);
    m_code->setPlaceholderText(tr("BIO-1A"));
    m_title->setObjectName(u"title"_s);
    m_title->setMaxLength(200);
    m_title->setPlaceholderText(tr("Biology for beginners"));
    m_problem->hide();
    setButtonRole(m_add, ButtonRole::Primary);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_add, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    form->setSpacing(space::s);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(new Label(tr("Add a course"), TextRole::Title));
    form->addRow(tr("&Code"), m_code);
    form->addRow(tr("&Title"), m_title);
    form->addRow(m_problem);
    form->addRow(buttons);
    m_add->setDefault(true); // counts only once it is in its dialog
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

void AddCourseDialog::check()
{
    m_add->setEnabled(!m_code->text().trimmed().isEmpty());
}

void AddCourseDialog::save()
{
    school::Course course;
    course.code = m_code->text().trimmed();
    course.title = m_title->text().trimmed().isEmpty() ? course.code : m_title->text().trimmed();
    m_add->setEnabled(false);
    whenDone(
        m_commands.saveCourse(course), this, [this](const Result<CourseId> &outcome) { saved(outcome); });
}

void AddCourseDialog::saved(const Result<CourseId> &course)
{
    check();
    if (course) {
        Q_EMIT added(*course);
        accept();
        return;
    }
    m_problem->setWords(tr("The course was not added."), course.error().message);
    m_problem->show();
}

} // namespace lectern::ui
