// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "school/entry.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QUrl>

namespace lectern {
class Clock;
}

namespace lectern::models {
class StoreReader;
class Viewer;
} // namespace lectern::models

namespace lectern::sync {
class Commands;
}

namespace lectern::store {
struct MeetingRow;
}

namespace lectern::ui {

class LinkOpener;
class Notices;

/// Does what the one button of a meeting says: fetches the link at the click and opens Zoom, registers on the
/// spot, or remembers to tell when the meeting starts.
class EntryController : public QObject
{
    Q_OBJECT

public:
    EntryController(sync::Commands &commands, models::StoreReader &reader, const models::Viewer &viewer,
        const Clock &clock, LinkOpener &opener, Notices &notices, QObject *parent = nullptr);

    /// What the viewer can do at this line now.
    [[nodiscard]] school::Entry entryFor(const store::MeetingRow &row) const;
    void perform(const store::MeetingRow &row);
    /// The words on the line's button now ("Start", "Opening…"); empty: no button.
    [[nodiscard]] QString buttonText(const store::MeetingRow &row) const;
    /// Why the button says so, as a sentence.
    [[nodiscard]] QString reasonText(const store::MeetingRow &row) const;

    /// True while the link is being fetched: the button shows it and does not ask twice.
    [[nodiscard]] bool isOpening(MeetingId meeting) const { return m_opening.contains(meeting); }
    [[nodiscard]] bool isWatched(MeetingId meeting) const { return m_watched.contains(meeting); }

Q_SIGNALS:
    /// A button's state changed: opening began or ended, or a watch was set.
    void changed(lectern::MeetingId meeting);
    /// The person goes in: they start it or join it.
    void entering(lectern::MeetingId meeting);
    /// A meeting the person asked to be told about has started.
    void watchedMeetingStarted(lectern::MeetingId meeting, const QString &topic);

private:
    void open(MeetingId meeting, school::Entry::Action action);
    void opened(MeetingId meeting, const Result<QUrl> &link);
    void toggleWatch(const store::MeetingRow &row);
    void lookAtWatched();

    sync::Commands &m_commands;
    models::StoreReader &m_reader;
    const models::Viewer &m_viewer;
    const Clock &m_clock;
    LinkOpener &m_opener;
    Notices &m_notices;
    QSet<MeetingId> m_opening;
    QSet<MeetingId> m_watched;
};

} // namespace lectern::ui
