// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/clashnotice.h"

#include "school/dateformat.h"
#include "school/localtime.h"
#include "school/meetingwords.h"

namespace lectern::ui {

ClashNotice::ClashNotice(QWidget *parent)
    : Banner(Kind::Warning, parent)
{
    hide();
    connect(this, &Banner::actionTriggered, this, [this] {
        if (m_freeStart)
            Q_EMIT freeStartChosen(*m_freeStart);
    });
}

void ClashNotice::showAnswer(
    const models::ClashAnswer &answer, const QString &hostName, const QTimeZone &zone)
{
    setVisible(!answer.clashes.isEmpty());
    if (answer.clashes.isEmpty())
        return;
    m_freeStart = answer.freeStart;
    setWords(lead(answer, hostName), details(answer, zone));
    const QString free =
        m_freeStart ? tr("%1 is free").arg(school::timeText(*m_freeStart, zone, locale())) : QString();
    setAction(free);
}

QString ClashNotice::lead(const models::ClashAnswer &answer, const QString &hostName)
{
    if (answer.dates == 1) {
        return hostName.isEmpty() ? tr("You host another meeting then:")
                                  : tr("%1 hosts another meeting then:").arg(hostName);
    }
    return hostName.isEmpty()
        ? tr("On %n of these dates you host another meeting:", nullptr, answer.datesThatClash)
        : tr("On %n of these dates %1 hosts another meeting:", nullptr, answer.datesThatClash).arg(hostName);
}

QString ClashNotice::details(const models::ClashAnswer &answer, const QTimeZone &zone) const
{
    const school::BusyTime &with = answer.clashes.first().with;
    const QString range = school::timeRangeText(with.start, with.duration, zone, locale());
    const QString day = school::shortDayText(school::localOfUtc(with.start, zone).date(), locale());
    const QString what = answer.dates == 1
        ? tr("“%1”, %2.", "a topic and its time").arg(with.topic, range)
        : tr("%1 “%2”, %3.", "a day, a topic and its time").arg(day, with.topic, range);
    return what + u' ' + tr("Zoom lets one host run one meeting at a time.");
}

} // namespace lectern::ui
