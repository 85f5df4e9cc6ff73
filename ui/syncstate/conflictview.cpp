// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/syncstate/conflictview.h"

#include "ui/style/fonts.h"
#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

/// The field names of MeetingDraft, in words.
QString fieldWords(const QString &field)
{
    static const QHash<QString, const char *> words{
        {u"topic"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Topic")},
        {u"agenda"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Agenda")},
        {u"start"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Start")},
        {u"duration"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Length")},
        {u"timeZone"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Time zone")},
        {u"passcode"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Passcode")},
        {u"owner"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Belongs to")},
        {u"recurrence"_s, QT_TRANSLATE_NOOP("lectern::ui::ConflictView", "Repeats")},
    };
    const char *word = words.value(field, nullptr);
    return word ? ConflictView::tr(word) : field;
}

} // namespace

ConflictView::ConflictView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
{
    auto *mine = new QPushButton(tr("Keep mine"));
    auto *theirs = new QPushButton(tr("Take Zoom's"));
    mine->setObjectName(u"keepMine"_s);
    theirs->setObjectName(u"takeTheirs"_s);
    connect(mine, &QPushButton::clicked, this, [this] { Q_EMIT resolved(sync::Resolution::KeepMine); });
    connect(theirs, &QPushButton::clicked, this, [this] { Q_EMIT resolved(sync::Resolution::TakeTheirs); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(mine);
    buttons->addWidget(theirs);
    buttons->addStretch(1);
    m_grid->setHorizontalSpacing(space::l);
    m_grid->setVerticalSpacing(space::xs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(new Label(tr("Changed on both sides"), TextRole::Section));
    column->addLayout(m_grid);
    column->addLayout(buttons);
}

void ConflictView::setConflicts(const QList<store::ChangeRow::FieldConflict> &conflicts)
{
    clear();
    addRow({QString(), tr("Before"), tr("Mine"), tr("Zoom's")}, fontFor(TextRole::SmallStrong, font()));
    for (const store::ChangeRow::FieldConflict &conflict : conflicts)
        addRow({fieldWords(conflict.field), conflict.before, conflict.mine, conflict.theirs}, font());
}

void ConflictView::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

void ConflictView::addRow(const QStringList &texts, const QFont &font)
{
    for (int column = 0; column < texts.size(); ++column) {
        auto *label = new QLabel(texts.at(column));
        label->setFont(font);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(label, m_rows, column, Qt::AlignTop);
        m_grid->setColumnStretch(column, column == 0 ? 0 : 1);
    }
    ++m_rows;
}

} // namespace lectern::ui
