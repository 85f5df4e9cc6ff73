// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changelistmodel.h"

#include "school/dateformat.h"
#include "school/meetingwords.h"
#include "store/outboxrepository.h"

namespace lectern::models {

namespace {

QString kindText(store::ChangeRow::Kind kind)
{
    switch (kind) {
    case store::ChangeRow::Kind::Create:
        return ChangeListModel::tr("Schedule");
    case store::ChangeRow::Kind::Update:
        return ChangeListModel::tr("Edit");
    case store::ChangeRow::Kind::Delete:
        return ChangeListModel::tr("Delete");
    case store::ChangeRow::Kind::End:
        return ChangeListModel::tr("End");
    case store::ChangeRow::Kind::Register:
        return ChangeListModel::tr("Register learners");
    }
    Q_UNREACHABLE();
}

QString stateText(store::PendingState state)
{
    switch (state) {
    case store::PendingState::None:
        return ChangeListModel::tr("Sent");
    case store::PendingState::Waiting:
        return ChangeListModel::tr("Not sent yet");
    case store::PendingState::Sending:
        return ChangeListModel::tr("Being sent");
    case store::PendingState::Failed:
        return ChangeListModel::tr("Refused");
    case store::PendingState::Conflict:
        return ChangeListModel::tr("Changed on both sides");
    }
    Q_UNREACHABLE();
}

} // namespace

ChangeListModel::ChangeListModel(
    StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent)
    : RowTableModel(parent)
    , m_locale(locale)
    , m_zone(zone)
    , m_changes(reader, store::ChangeNotice::Outbox | store::ChangeNotice::Meetings,
          [this](const Result<QList<store::ChangeRow>> &changes) {
              if (!changes) {
                  Q_EMIT failed(changes.error());
                  return;
              }
              setRows(*changes);
              Q_EMIT loaded();
          })
{ }

void ChangeListModel::showAll()
{
    m_changes.ask([](store::Database &database) { return store::OutboxRepository(database).list(); });
}

void ChangeListModel::showMeeting(MeetingId meeting)
{
    m_changes.askAbout(meeting,
        [meeting](store::Database &database) { return store::OutboxRepository(database).list(meeting); });
}

QString ChangeListModel::keyOf(const store::ChangeRow &row) const
{
    return QString::number(row.id.value);
}

QStringList ChangeListModel::columnTitles() const
{
    return {tr("Change"), tr("Meeting"), tr("Since"), tr("State"), tr("Why")};
}

QStringList ChangeListModel::textsOf(const store::ChangeRow &row) const
{
    return {kindText(row.kind), row.meetingTopic,
        tr("%1, %2", "day, time")
            .arg(school::shortDayText(row.createdAt.toTimeZone(m_zone).date(), m_locale),
                school::timeText(row.createdAt, m_zone, m_locale)),
        stateText(row.state), row.problem};
}

} // namespace lectern::models
