// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about/aboutdialog.h"

#include "ui/style/tokens.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QIcon>
#include <QKeySequence>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

KeyValueList *makeKeys()
{
    const auto words = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    auto *keys = new KeyValueList;
    keys->setRows({
        {AboutDialog::tr("Choose a tab"),
            AboutDialog::tr("%1 to %2").arg(words(u"Ctrl+1"_s), words(u"Ctrl+6"_s))},
        {AboutDialog::tr("Schedule a meeting"), words(QKeySequence::New)},
        {AboutDialog::tr("Find on this page"), words(QKeySequence::Find)},
        {AboutDialog::tr("Read from Zoom now"), words(QKeySequence::Refresh)},
        {AboutDialog::tr("Open the chosen meeting"), words(Qt::Key_Return)},
        {AboutDialog::tr("Press the chosen row's button"), words(Qt::Key_Space)},
        {AboutDialog::tr("Back"), words(QKeySequence::Back)},
    });
    return keys;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"about"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Lectern"));
    auto *icon = new QLabel;
    icon->setPixmap(QIcon(u":/lectern.svg"_s).pixmap(64, 64));
    auto *what = new Label(tr("Meetings, registrants and recordings of a school that teaches over Zoom."));
    auto *licence = new Label(tr("Free software under the GNU General Public License, version 3 or later."),
        TextRole::Small, Tone::Dim);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addWidget(icon);
    column->addWidget(
        new Label(tr("Lectern %1").arg(QCoreApplication::applicationVersion()), TextRole::Title));
    column->addWidget(what);
    column->addWidget(licence);
    column->addSpacing(space::s);
    column->addWidget(new Label(tr("Keys"), TextRole::Section));
    column->addWidget(makeKeys());
    column->addWidget(buttons);
}

} // namespace lectern::ui
