// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/meetingoptions.h"

#include "ui/schedule/agendafield.h"
#include "ui/schedule/alternativehosts.h"
#include "ui/schedule/doorrules.h"
#include "ui/schedule/formfield.h"
#include "ui/schedule/timezonechoice.h"
#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QStandardItemModel>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using school::Approval;
using school::AutoRecording;

namespace {

bool isBasic(const std::optional<school::Host> &host)
{
    return host && host->licence == school::Host::Licence::Basic;
}

QString nameOf(const school::Host &host)
{
    return host.name.isEmpty() ? host.email : host.name;
}

} // namespace

MeetingOptions::MeetingOptions(QWidget *parent)
    : QWidget(parent)
    , m_agenda(new AgendaField)
    , m_passcode(new QLineEdit)
    , m_registration(new QComboBox)
    , m_recording(new QComboBox)
    , m_zone(new TimeZoneChoice)
    , m_alternative(new AlternativeHosts)
    , m_door(new DoorRules)
    , m_mute(new QCheckBox(tr("Mute people as they come in")))
    , m_hostVideo(new QCheckBox(tr("Start with the host's camera on")))
    , m_participantVideo(new QCheckBox(tr("Start with everyone's camera on")))
    , m_passcodeField(new FormField(tr("&Passcode"), m_passcode))
    , m_registrationField(new FormField(tr("Re&gistration"), m_registration))
    , m_recordingField(new FormField(tr("Re&cording"), m_recording))
    , m_zoneField(new FormField(tr("Time &zone"), m_zone))
{
    setUpChoices();
    setUpSignals();
    setUpLayout();
}

void MeetingOptions::setUpChoices()
{
    m_passcode->setObjectName(u"passcode"_s);
    m_passcode->setPlaceholderText(tr("Zoom chooses one"));
    m_registration->setObjectName(u"registration"_s);
    m_registration->addItem(tr("Not needed"), int(Approval::NoRegistration));
    m_registration->addItem(tr("Needed, let in at once"), int(Approval::Automatic));
    m_registration->addItem(tr("Needed, you approve each"), int(Approval::Manual));
    m_recording->setObjectName(u"recording"_s);
    m_recording->addItem(tr("Not by itself"), int(AutoRecording::None));
    m_recording->addItem(tr("On the host's computer"), int(AutoRecording::Local));
    m_recording->addItem(tr("In Zoom's cloud"), int(AutoRecording::Cloud));
    m_zone->setObjectName(u"timeZone"_s);
    m_mute->setObjectName(u"mute"_s);
    m_hostVideo->setObjectName(u"hostVideo"_s);
    m_participantVideo->setObjectName(u"participantVideo"_s);
}

void MeetingOptions::setUpSignals()
{
    const auto tells = [this](const QString &field) { return [this, field] { Q_EMIT edited(field); }; };
    connect(m_agenda, &AgendaField::edited, this, tells(u"agenda"_s));
    connect(m_passcode, &QLineEdit::textEdited, this, tells(u"passcode"_s));
    connect(m_registration, &QComboBox::activated, this, tells(u"settings.approval"_s));
    connect(m_recording, &QComboBox::activated, this, tells(u"settings.autoRecording"_s));
    connect(m_zone, &ChoiceBox::chosen, this, tells(u"timeZone"_s));
    connect(m_alternative, &AlternativeHosts::edited, this, tells(u"settings.alternativeHosts"_s));
    connect(m_door, &DoorRules::edited, this, tells(u"settings.joinBeforeHostTime"_s));
    for (QCheckBox *box : {m_mute, m_hostVideo, m_participantVideo})
        connect(box, &QCheckBox::clicked, this, tells(u"settings"_s));
}

void MeetingOptions::setUpLayout()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::m);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_agenda, 0, 0, 1, 2);
    grid->addWidget(m_passcodeField, 1, 0);
    grid->addWidget(m_zoneField, 1, 1);
    grid->addWidget(m_registrationField, 2, 0);
    grid->addWidget(m_recordingField, 2, 1);
    grid->addWidget(m_alternative, 3, 0, 1, 2);
    grid->addWidget(m_door, 4, 0, 1, 2);
    auto *checks = new QVBoxLayout;
    checks->setSpacing(space::xs);
    checks->addWidget(new Label(tr("As it begins"), TextRole::Small, Tone::Dim));
    for (QCheckBox *box : {m_mute, m_hostVideo, m_participantVideo})
        checks->addWidget(box);
    grid->addLayout(checks, 5, 0, 1, 2);
}

void MeetingOptions::setFields(const models::ScheduleFields &fields)
{
    const school::MeetingSettings &settings = fields.settings;
    m_settings = settings;
    m_agenda->setAgenda(fields.agenda);
    if (m_passcode->text() != fields.passcode)
        m_passcode->setText(fields.passcode);
    if (m_zone->timeZone() != fields.timeZone)
        m_zone->setTimeZone(fields.timeZone);
    setRegistration(settings.approval);
    m_recording->setCurrentIndex(m_recording->findData(int(settings.autoRecording)));
    m_alternative->setEmails(settings.alternativeHosts);
    m_door->setSettings(settings);
    m_mute->setChecked(settings.muteUponEntry);
    m_hostVideo->setChecked(settings.hostVideo);
    m_participantVideo->setChecked(settings.participantVideo);
}

void MeetingOptions::fill(models::ScheduleFields &fields) const
{
    fields.agenda = m_agenda->agenda();
    fields.passcode = m_passcode->text();
    fields.timeZone = m_zone->timeZone();
    fields.settings = m_settings;
    fields.settings.approval = registration();
    fields.settings.autoRecording = static_cast<AutoRecording>(m_recording->currentData().toInt());
    fields.settings.alternativeHosts = m_alternative->emails();
    m_door->fill(fields.settings);
    fields.settings.muteUponEntry = m_mute->isChecked();
    fields.settings.hostVideo = m_hostVideo->isChecked();
    fields.settings.participantVideo = m_participantVideo->isChecked();
}

bool MeetingOptions::canRegister() const
{
    return !isBasic(m_host);
}

Approval MeetingOptions::registration() const
{
    return static_cast<Approval>(m_registration->currentData().toInt());
}

void MeetingOptions::setRegistration(Approval approval)
{
    m_registration->setCurrentIndex(m_registration->findData(int(approval)));
}

void MeetingOptions::setTag(const std::optional<school::OwnerTag> &tag)
{
    m_agenda->setTag(tag);
}

void MeetingOptions::setTeachers(const QList<school::Person> &teachers)
{
    QList<school::Person> others = teachers;
    others.removeIf([this](const school::Person &teacher) {
        return m_host && teacher.email.compare(m_host->email, Qt::CaseInsensitive) == 0;
    });
    m_alternative->setOffers(others);
}

void MeetingOptions::setZoneHint(const QString &hint)
{
    m_zoneField->setHint(hint);
}

void MeetingOptions::setHost(const std::optional<school::Host> &host)
{
    m_host = host;
    restrict();
}

void MeetingOptions::restrict()
{
    const bool basic = isBasic(m_host);
    const QString name = basic ? nameOf(*m_host) : QString();
    const QString cloud = basic
        ? tr("%1 has no licence; Zoom records to its cloud for licensed hosts only.").arg(name)
        : QString();
    const QString registration =
        basic ? tr("%1 has no licence; Zoom registers people for licensed hosts only.").arg(name) : QString();
    setAvailable(m_recording, int(AutoRecording::Cloud), cloud);
    setAvailable(m_registration, int(Approval::Automatic), registration);
    setAvailable(m_registration, int(Approval::Manual), registration);
    m_recordingField->setHint(cloud);
    m_registrationField->setHint(registration);
}

void MeetingOptions::setAvailable(QComboBox *box, const QVariant &choice, const QString &reason)
{
    QStandardItem *item = qobject_cast<QStandardItemModel *>(box->model())->item(box->findData(choice));
    item->setEnabled(reason.isEmpty());
    item->setToolTip(reason);
}

QList<FormField *> MeetingOptions::fieldsOfWhole() const
{
    return {m_passcodeField, m_registrationField, m_zoneField, m_alternative->field()};
}

void MeetingOptions::lockAllButOneDate(const QString &reason)
{
    for (FormField *field : fieldsOfWhole())
        field->setLocked(reason);
}

void MeetingOptions::lockAll(const QString &reason)
{
    lockAllButOneDate(reason);
    m_agenda->field()->setLocked(reason);
    m_recordingField->setLocked(reason);
    for (QWidget *part : {static_cast<QWidget *>(m_door), static_cast<QWidget *>(m_mute),
             static_cast<QWidget *>(m_hostVideo), static_cast<QWidget *>(m_participantVideo)}) {
        part->setEnabled(reason.isEmpty());
        part->setToolTip(reason);
    }
}

FormField *MeetingOptions::fieldNamed(const QString &name) const
{
    const QHash<QString, FormField *> fields{{u"agenda"_s, m_agenda->field()},
        {u"passcode"_s, m_passcodeField}, {u"timeZone"_s, m_zoneField},
        {u"settings.approval"_s, m_registrationField}, {u"settings.autoRecording"_s, m_recordingField},
        {u"settings.alternativeHosts"_s, m_alternative->field()}};
    return fields.value(name);
}

bool MeetingOptions::setProblem(const QString &field, const QString &problem)
{
    FormField *place = fieldNamed(field);
    if (place)
        place->setProblem(problem);
    return place != nullptr;
}

bool MeetingOptions::focusField(const QString &field)
{
    FormField *place = fieldNamed(field);
    if (place)
        place->control()->setFocus(Qt::OtherFocusReason);
    return place != nullptr;
}

QString MeetingOptions::summary() const
{
    models::ScheduleFields fields;
    fill(fields);
    QStringList words;
    const auto note = [&](bool present, const QString &word) {
        if (present)
            words.append(word);
    };
    note(!fields.agenda.isEmpty(), tr("agenda"));
    note(!fields.passcode.isEmpty(), tr("passcode"));
    note(fields.settings.approval != Approval::NoRegistration, tr("registration"));
    note(fields.settings.autoRecording != AutoRecording::None, tr("recording"));
    note(fields.settings.waitingRoom, tr("waiting room"));
    note(fields.settings.joinBeforeHost, tr("open before the host"));
    note(!fields.settings.alternativeHosts.isEmpty(), tr("alternative hosts"));
    return words.isEmpty() ? tr("agenda, passcode, registration, recording…") : words.join(u", "_s);
}

} // namespace lectern::ui
