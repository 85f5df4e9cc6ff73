<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>lectern::school::Entry</name>
    <message numerus="yes">
        <source>Opens %n minute(s) before it starts.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::MeetingDraft</name>
    <message numerus="yes">
        <source>The topic is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The agenda is too long: Zoom takes %1 characters. Shorten it by %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passcode is too long: Zoom takes %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::OwnerTag</name>
    <message numerus="yes">
        <source>The agenda has %1 characters. Zoom takes %2, and Lectern adds a line that tells whose meeting it is. Shorten it by %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::school::Recurrence</name>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n days. Choose a number within that.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n weeks. Choose a number within that.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom repeats a meeting every 1 to %n months. Choose a number within that.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zoom keeps at most %n dates in one series. Let it end earlier and schedule a second series for the rest.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
