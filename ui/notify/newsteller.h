// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "store/rows.h"
#include "sync/livefacts.h"
#include "ui/common/services.h"
#include "ui/meeting/meetingcorner.h"
#include "ui/notify/notifier.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace lectern::ui {

class Preferences;

/// Tells a person through the desktop what they would want to know with the window out of sight: a class of
/// theirs has started, somebody waits at its door, a recording is ready. Each kind can be switched off. What
/// the person did themselves is no news to them, nor is what happened while nobody listened.
class NewsTeller : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives this.
    NewsTeller(const Services &services, const Preferences &preferences, Notifier &notifier,
        QObject *parent = nullptr);

    void tellAll(const sync::AppliedEvents &events);
    /// The person asked to be told of this one, whatever the settings say.
    void tellWatchedStart(MeetingId meeting, const QString &topic);

Q_SIGNALS:
    /// The person clicked: the window comes to the front and shows this.
    void placeRequested(lectern::MeetingId meeting, lectern::ui::MeetingCorner corner);

private:
    struct Place
    {
        MeetingId meeting;
        MeetingCorner corner = MeetingCorner::Whole;
    };

    [[nodiscard]] bool isWanted(const sync::LiveFact &fact) const;
    void askStanding(const sync::LiveFact &fact);
    void tell(const sync::LiveFact &fact, const store::MeetingRow &row);
    void tellStart(const sync::LiveFact &fact, const store::MeetingRow &row);
    void tellWaiting(const sync::LiveFact &fact, const store::MeetingRow &row);
    void tellRecording(const sync::LiveFact &fact, const store::MeetingRow &row);
    void noteArrival(const sync::LiveFact &fact);
    void show(const QString &title, const QString &body, const Place &place);
    void onActivated(const QString &id);

    Services m_services;
    const Preferences &m_preferences;
    Notifier &m_notifier;
    QHash<QString, Place> m_places; ///< by the id of a notification
    QHash<MeetingId, QStringList> m_waiting; ///< names, in the order in which they came
    QSet<MeetingId> m_entered; ///< the person went in through Lectern
};

} // namespace lectern::ui
