// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/timezonechoice.h"

#include <QTimeZone>

namespace lectern::ui {

namespace {

/// The names that mean a place, and UTC; not the old aliases and the offsets.
QByteArrayList placeNames()
{
    QByteArrayList names = QTimeZone::availableTimeZoneIds();
    names.removeIf([](const QByteArray &name) {
        const bool isPlace = name.contains('/') && !name.startsWith("Etc/") && !name.startsWith("UTC");
        return !isPlace && name != "UTC";
    });
    return names;
}

QString shown(const QByteArray &id)
{
    return QString::fromUtf8(id).replace(u'_', u' ');
}

} // namespace

TimeZoneChoice::TimeZoneChoice(QWidget *parent)
    : ChoiceBox(parent)
    , m_ids(placeNames())
{
    QStringList texts;
    for (const QByteArray &id : std::as_const(m_ids))
        texts.append(shown(id));
    setChoices(texts);
}

void TimeZoneChoice::setTimeZone(const QByteArray &id)
{
    if (!id.isEmpty() && !m_ids.contains(id)) {
        m_ids.append(id);
        addItem(shown(id));
    }
    setCurrentIndex(static_cast<int>(m_ids.indexOf(id)));
}

QByteArray TimeZoneChoice::timeZone() const
{
    return m_ids.value(currentIndex());
}

} // namespace lectern::ui
