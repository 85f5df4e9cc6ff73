// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/schedulefields.h"
#include "school/person.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace lectern::ui {

class AgendaField;
class AlternativeHosts;
class DoorRules;
class FormField;
class TimeZoneChoice;

/// What is folded under "More options".
class MeetingOptions : public QWidget
{
    Q_OBJECT

public:
    explicit MeetingOptions(QWidget *parent = nullptr);

    void setFields(const models::ScheduleFields &fields);
    void fill(models::ScheduleFields &fields) const;

    void setTag(const std::optional<school::OwnerTag> &tag);
    void setTeachers(const QList<school::Person> &teachers);
    /// What Zoom lets this host have: the cloud and registration are for licensed hosts.
    void setHost(const std::optional<school::Host> &host);
    /// Whether Zoom registers people for this host.
    [[nodiscard]] bool canRegister() const;
    [[nodiscard]] school::Approval registration() const;
    void setRegistration(school::Approval approval);
    void setZoneHint(const QString &hint);
    /// Switches off what cannot be changed for one date of a series, with the reason; empty: nothing is.
    void lockAllButOneDate(const QString &reason);
    /// Switches everything off, as while Zoom's answer is awaited.
    void lockAll(const QString &reason);
    /// Answers whether the field is here.
    bool setProblem(const QString &field, const QString &problem);
    bool focusField(const QString &field);
    /// What differs from a plain meeting, in a few words.
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    /// A person changed this field; named as in school::FieldError.
    void edited(const QString &field);

private:
    void setUpChoices();
    void setUpSignals();
    void setUpLayout();
    void restrict();
    void setAvailable(QComboBox *box, const QVariant &choice, const QString &reason);
    [[nodiscard]] QList<FormField *> fieldsOfWhole() const;
    [[nodiscard]] FormField *fieldNamed(const QString &name) const;

    AgendaField *m_agenda;
    QLineEdit *m_passcode;
    QComboBox *m_registration;
    QComboBox *m_recording;
    TimeZoneChoice *m_zone;
    AlternativeHosts *m_alternative;
    DoorRules *m_door;
    QCheckBox *m_mute;
    QCheckBox *m_hostVideo;
    QCheckBox *m_participantVideo;
    FormField *m_passcodeField;
    FormField *m_registrationField;
    FormField *m_recordingField;
    FormField *m_zoneField;
    std::optional<school::Host> m_host;
    school::MeetingSettings m_settings; ///< as filled in, for what is not shown here
};

} // namespace lectern::ui
