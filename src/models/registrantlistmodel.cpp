// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/registrantlistmodel.h"

#include "school/dateformat.h"
#include "store/registrantrepository.h"

namespace lectern::models {

using Registration = store::RegistrantRow::Status;

RegistrantListModel::RegistrantListModel(
    StoreReader &reader, const QLocale &locale, const QTimeZone &zone, QObject *parent)
    : RowTableModel(parent)
    , m_locale(locale)
    , m_zone(zone)
    , m_registrants(reader, store::ChangeNotice::Registrants | store::ChangeNotice::People,
          [this](const Result<QList<store::RegistrantRow>> &registrants) {
              if (!registrants) {
                  Q_EMIT failed(registrants.error());
                  return;
              }
              m_all = *registrants;
              refilter();
              Q_EMIT loaded();
          })
{ }

void RegistrantListModel::setMeeting(MeetingId meeting)
{
    m_registrants.askAbout(meeting, [meeting](store::Database &database) {
        // Zoom allows 4,999 registrants through its API: all of them fit in memory.
        store::RegistrantQuery query;
        query.meeting = meeting;
        query.limit = 5000;
        return store::RegistrantRepository(database).list(query);
    });
}

void RegistrantListModel::setFilter(std::optional<Registration> status, const QString &text)
{
    m_status = status;
    m_text = text.trimmed();
    refilter();
}

int RegistrantListModel::count(Registration status) const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(),
        [status](const store::RegistrantRow &row) { return row.status == status; }));
}

void RegistrantListModel::refilter()
{
    QList<store::RegistrantRow> shown;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(shown),
        [this](const store::RegistrantRow &row) { return isShown(row); });
    setRows(shown);
}

bool RegistrantListModel::isShown(const store::RegistrantRow &row) const
{
    if (m_status && row.status != *m_status)
        return false;
    return m_text.isEmpty() || row.name.contains(m_text, Qt::CaseInsensitive)
        || row.email.contains(m_text, Qt::CaseInsensitive);
}

QString RegistrantListModel::keyOf(const store::RegistrantRow &row) const
{
    return QString::number(row.id.value);
}

QStringList RegistrantListModel::columnTitles() const
{
    return {tr("Name"), tr("E-mail"), tr("Known as"), tr("Status"), tr("Registered"), QString()};
}

QStringList RegistrantListModel::textsOf(const store::RegistrantRow &row) const
{
    const auto statusText = [&row] {
        switch (row.status) {
        case Registration::Approved:
            return tr("Approved");
        case Registration::Pending:
            return tr("Waiting");
        case Registration::Denied:
            return tr("Refused");
        case Registration::Cancelled:
            return tr("Cancelled");
        }
        Q_UNREACHABLE();
    };
    const QString format =
        school::dateFormat(school::DateNames::Short, school::Weekday::Hidden, school::Year::Hidden, m_locale);
    const QDate day = row.registeredAt.toTimeZone(m_zone).date();
    return {row.name, row.email, row.person ? row.knownAs : tr("nobody here"), statusText(),
        day.isValid() ? m_locale.toString(day, format) : QString(), QString()};
}

} // namespace lectern::models
