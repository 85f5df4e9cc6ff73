// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lectern::ui {

class DisclosureButton;
class Label;

/// "▸ More options   three changed": a heading that folds what is under it.
class CollapsibleSection : public QWidget
{
    Q_OBJECT

public:
    explicit CollapsibleSection(const QString &title, QWidget *parent = nullptr);

    /// Takes the content over; it is hidden until the section is opened.
    void setContent(QWidget *content);
    /// What the folded part holds, in a few dim words beside the title.
    void setSummary(const QString &summary);
    bool isExpanded() const;
    void setExpanded(bool expanded);

Q_SIGNALS:
    void toggled(bool expanded);

private:
    void onToggled(bool expanded);

    DisclosureButton *m_button;
    Label *m_summary;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
};

} // namespace lectern::ui
