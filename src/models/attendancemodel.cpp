// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attendancemodel.h"

#include "school/meetingwords.h"

namespace lectern::models {

namespace {

/// More than any meeting of Zoom's largest plan holds.
constexpr int maxStays = 20'000;

constexpr auto concerned = store::ChangeNotice::Meetings | store::ChangeNotice::Registrants
    | store::ChangeNotice::Courses | store::ChangeNotice::People;

QString stateText(AttendanceRow::State state)
{
    switch (state) {
    case AttendanceRow::State::InWaitingRoom:
        return AttendanceModel::tr("Waiting to be let in");
    case AttendanceRow::State::Here:
        return AttendanceModel::tr("Here");
    case AttendanceRow::State::Missing:
        return AttendanceModel::tr("Missing");
    case AttendanceRow::State::Left:
        return AttendanceModel::tr("Left");
    }
    Q_UNREACHABLE();
}

Result<QList<AttendanceRow>> readAttendance(store::Database &database, MeetingId meeting)
{
    const auto stays = store::ParticipantRepository(database).list(meeting, {}, maxStays);
    if (!stays)
        return std::unexpected(stays.error());
    const auto waiting = store::WaitingRepository(database).list(meeting);
    if (!waiting)
        return std::unexpected(waiting.error());
    const auto audience = store::AudienceRepository(database).of(meeting);
    if (!audience)
        return std::unexpected(audience.error());
    return attendance({.stays = *stays, .waiting = *waiting, .audience = *audience});
}

} // namespace

AttendanceModel::AttendanceModel(
    StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent)
    : RowTableModel(parent)
    , m_locale(locale)
    , m_zone(zone)
    , m_people(reader, concerned, [this](const Result<QList<AttendanceRow>> &people) {
        if (!people) {
            Q_EMIT failed(people.error());
            return;
        }
        m_all = *people;
        refilter(std::exchange(m_isLoaded, true) ? Arrival::News : Arrival::Quiet);
        Q_EMIT loaded();
    })
{ }

void AttendanceModel::setMeeting(MeetingId meeting)
{
    m_isLoaded = false;
    m_people.askAbout(
        meeting, [meeting](store::Database &database) { return readAttendance(database, meeting); });
}

void AttendanceModel::setFilter(std::optional<AttendanceRow::State> state, const QString &text)
{
    m_state = state;
    m_text = text.trimmed();
    refilter(Arrival::Quiet);
}

int AttendanceModel::count(AttendanceRow::State state) const
{
    return static_cast<int>(std::ranges::count(m_all, state, &AttendanceRow::state));
}

bool AttendanceModel::hasAnybodyCome() const
{
    return std::ranges::any_of(m_all, [](const AttendanceRow &row) { return row.joinedAt.isValid(); });
}

void AttendanceModel::refilter(Arrival arrival)
{
    QList<AttendanceRow> shown;
    std::ranges::copy_if(
        m_all, std::back_inserter(shown), [this](const AttendanceRow &row) { return isShown(row); });
    setRows(shown, arrival);
}

bool AttendanceModel::isShown(const AttendanceRow &row) const
{
    if (m_state && row.state != *m_state)
        return false;
    return m_text.isEmpty() || row.name.contains(m_text, Qt::CaseInsensitive)
        || row.email.contains(m_text, Qt::CaseInsensitive);
}

QString AttendanceModel::keyOf(const AttendanceRow &row) const
{
    return row.email + u'\n' + row.name;
}

QStringList AttendanceModel::columnTitles() const
{
    return {tr("Name"), tr("E-mail"), tr("Where"), tr("Joined"), tr("Left", "column of times")};
}

QStringList AttendanceModel::textsOf(const AttendanceRow &row) const
{
    const auto time = [this](const QDateTime &moment) {
        return moment.isValid() ? school::timeText(moment, m_zone, m_locale) : QString();
    };
    return {row.name, row.email, stateText(row.state), time(row.joinedAt), time(row.leftAt)};
}

} // namespace lectern::models
