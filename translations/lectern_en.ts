<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>lectern::roster::RosterFaults</name>
    <message numerus="yes">
        <source>There are %n more fault(s).</source>
        <comment>after the first, told one</comment>
        <translation>
            <numerusform>There is %n more fault.</numerusform>
            <numerusform>There are %n more faults.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::Entry</name>
    <message numerus="yes">
        <source>Opens %n minute(s) before it starts.</source>
        <translation>
            <numerusform>Opens %n minute before it starts.</numerusform>
            <numerusform>Opens %n minutes before it starts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::MeetingDraft</name>
    <message numerus="yes">
        <source>The topic is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>The topic is too long: Zoom takes %1 characters. Shorten it by %n character.</numerusform>
            <numerusform>The topic is too long: Zoom takes %1 characters. Shorten it by %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The agenda is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>The agenda is too long: Zoom takes %1 characters. Shorten it by %n character.</numerusform>
            <numerusform>The agenda is too long: Zoom takes %1 characters. Shorten it by %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passcode is too long: Zoom takes %n characters.</source>
        <translation>
            <numerusform>The passcode is too long: Zoom takes %n character.</numerusform>
            <numerusform>The passcode is too long: Zoom takes %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::MeetingWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>a stretch of time</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>a stretch of time</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a stretch of time</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <comment>such as every Monday, 12 times</comment>
        <translation>
            <numerusform>%1, once</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::OwnerTag</name>
    <message numerus="yes">
        <source>The agenda has %1 characters. Zoom takes %2, and Lectern adds a line that tells whose meeting it is. Shorten it by %n character(s).</source>
        <translation>
            <numerusform>The agenda has %1 characters. Zoom takes %2, and Lectern adds a line that tells whose meeting it is. Shorten it by %n character.</numerusform>
            <numerusform>The agenda has %1 characters. Zoom takes %2, and Lectern adds a line that tells whose meeting it is. Shorten it by %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::Recurrence</name>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n days. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom repeats a meeting every 1 to %n days. Choose a number within that.</numerusform>
            <numerusform>Zoom repeats a meeting every 1 to %n days. Choose a number within that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n weeks. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom repeats a meeting every 1 to %n weeks. Choose a number within that.</numerusform>
            <numerusform>Zoom repeats a meeting every 1 to %n weeks. Choose a number within that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n months. Choose a number within that.</source>
        <translation>
            <numerusform>Zoom repeats a meeting every 1 to %n months. Choose a number within that.</numerusform>
            <numerusform>Zoom repeats a meeting every 1 to %n months. Choose a number within that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom keeps at most %n dates in one series. Let it end earlier and schedule a second series for the rest.</source>
        <translation>
            <numerusform>Zoom keeps at most %n dates in one series. Let it end earlier and schedule a second series for the rest.</numerusform>
            <numerusform>Zoom keeps at most %n dates in one series. Let it end earlier and schedule a second series for the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::AccountDesk</name>
    <message numerus="yes">
        <source>This is another Zoom account, and %n change(s) wait for the present one. Send or discard them first.</source>
        <translation>
            <numerusform>This is another Zoom account, and %n change waits for the present one. Send or discard it first.</numerusform>
            <numerusform>This is another Zoom account, and %n changes wait for the present one. Send or discard them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::FieldText</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s) on %1</source>
        <translation>
            <numerusform>every week on %1</numerusform>
            <numerusform>every %n weeks on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::RegistrationSender</name>
    <message numerus="yes">
        <source>%n learner(s) could not be registered.</source>
        <translation>
            <numerusform>%n learner could not be registered.</numerusform>
            <numerusform>%n learners could not be registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom registers the same person at most three times a day; %n learner(s) must wait until midnight UTC.</source>
        <translation>
            <numerusform>Zoom registers the same person at most three times a day; %n learner must wait until midnight UTC.</numerusform>
            <numerusform>Zoom registers the same person at most three times a day; %n learners must wait until midnight UTC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::sync::SettingField</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::AgendaField</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::AllMeetingsPage</name>
    <message numerus="yes">
        <source>Saved %n meeting(s) to %1.</source>
        <translation>
            <numerusform>Saved %n meeting to %1.</numerusform>
            <numerusform>Saved %n meetings to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln meeting(s)</source>
        <translation>
            <numerusform>%Ln meeting</numerusform>
            <numerusform>%Ln meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ClashNotice</name>
    <message numerus="yes">
        <source>On %n of these dates you host another meeting:</source>
        <translation>
            <numerusform>On %n of these dates you host another meeting:</numerusform>
            <numerusform>On %n of these dates you host another meeting:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n of these dates %1 hosts another meeting:</source>
        <translation>
            <numerusform>On %n of these dates %1 hosts another meeting:</numerusform>
            <numerusform>On %n of these dates %1 hosts another meeting:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::CoursesPage</name>
    <message numerus="yes">
        <source>%n learner(s)</source>
        <translation>
            <numerusform>%n learner</numerusform>
            <numerusform>%n learners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::DoorRules</name>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n minute before</numerusform>
            <numerusform>%n minutes before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::EveryoneBox</name>
    <message numerus="yes">
        <source>&amp;Register everyone (%n learner(s))</source>
        <translation>
            <numerusform>&amp;Register everyone (%n learner)</numerusform>
            <numerusform>&amp;Register everyone (%n learners)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::MeetingRowDelegate</name>
    <message numerus="yes">
        <source>%n registered</source>
        <translation>
            <numerusform>%n registered</numerusform>
            <numerusform>%n registered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↻ %n left</source>
        <translation>
            <numerusform>↻ %n left</numerusform>
            <numerusform>↻ %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::NewsTeller</name>
    <message numerus="yes">
        <source>%1 and %n other(s) are waiting to be let in</source>
        <translation>
            <numerusform>%1 and %n other are waiting to be let in</numerusform>
            <numerusform>%1 and %n others are waiting to be let in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::Notices</name>
    <message numerus="yes">
        <source>%n learner(s) are being registered.</source>
        <translation>
            <numerusform>%n learner is being registered.</numerusform>
            <numerusform>%n learners are being registered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ParticipantsTab</name>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people in a meeting</comment>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the waiting room</source>
        <translation>
            <numerusform>%n in the waiting room</numerusform>
            <numerusform>%n in the waiting room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came</source>
        <comment>people who were in a meeting</comment>
        <translation>
            <numerusform>%n came</numerusform>
            <numerusform>%n came</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecordingsPage</name>
    <message numerus="yes">
        <source>Saved %n recording(s) to %1.</source>
        <translation>
            <numerusform>Saved %n recording to %1.</numerusform>
            <numerusform>Saved %n recordings to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln recording</numerusform>
            <numerusform>%Ln recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecurrenceEditor</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>every … days</comment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> week(s)</source>
        <comment>every … weeks</comment>
        <translation>
            <numerusform> week</numerusform>
            <numerusform> weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> month(s)</source>
        <comment>every … months</comment>
        <translation>
            <numerusform> month</numerusform>
            <numerusform> months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> time(s)</source>
        <comment>a series takes place … times</comment>
        <translation>
            <numerusform> time</numerusform>
            <numerusform> times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::RegistrantsTab</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>at the end of a list of names</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n learner(s) for “%1”?</source>
        <translation>
            <numerusform>Register %n learner for “%1”?</numerusform>
            <numerusform>Register %n learners for “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::RemovalQuestion</name>
    <message numerus="yes">
        <source>%n person(s) registered.</source>
        <translation>
            <numerusform>%n person registered.</numerusform>
            <numerusform>%n people registered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::SettingsDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::StartNowDialog</name>
    <message numerus="yes">
        <source>The topic is too long: Zoom takes %n characters.</source>
        <translation>
            <numerusform>The topic is too long: Zoom takes %n character.</numerusform>
            <numerusform>The topic is too long: Zoom takes %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::SyncWords</name>
    <message numerus="yes">
        <source>%n change(s) need you</source>
        <translation>
            <numerusform>%n change needs you</numerusform>
            <numerusform>%n changes need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n change waiting to be sent</numerusform>
            <numerusform>%n changes waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::TodayPage</name>
    <message numerus="yes">
        <source>Tomorrow: %n meeting(s), the first at %1.</source>
        <translation>
            <numerusform>Tomorrow: %n meeting, the first at %1.</numerusform>
            <numerusform>Tomorrow: %n meetings, the first at %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
