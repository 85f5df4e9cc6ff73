// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meetingdetails.h"

#include <QLocale>
#include <QTimeZone>
#include <QWidget>

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace lectern::ui {

class Breadcrumb;
class Chip;
class EntryController;
class Label;
class PageHeader;

/// The head of a meeting's page: where it belongs, what and when it is, and what can be done with it.
class MeetingHeader : public QWidget
{
    Q_OBJECT

public:
    explicit MeetingHeader(EntryController &entry, QWidget *parent = nullptr);

    void show(const models::MeetingDetails &details, const QDateTime &now);

Q_SIGNALS:
    void placeRequested();
    void courseRequested();
    void copyLinkRequested();
    void copyPasscodeRequested();
    void copyInvitationRequested();
    void editRequested();
    void endRequested();
    void deleteRequested();

private:
    void setUpCopy();
    void setUpMore();
    void setUpLayout();
    void showTrail();
    void showWords(const QDateTime &now);
    void showActions();
    void showEntry();
    [[nodiscard]] QString factsText() const;
    [[nodiscard]] QString stateText(const QDateTime &now) const;

    EntryController &m_entry;
    models::MeetingDetails m_details;
    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Breadcrumb *m_trail;
    PageHeader *m_head;
    Chip *m_state;
    QPushButton *m_copy;
    QPushButton *m_edit;
    QPushButton *m_more;
    QPushButton *m_enter;
    Label *m_reason;
    QAction *m_copyPasscode = nullptr;
    QAction *m_copyInvitation = nullptr;
    QAction *m_end = nullptr;
    QAction *m_delete = nullptr;
};

} // namespace lectern::ui
