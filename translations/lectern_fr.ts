<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>lectern::models::MeetingListModel</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::school::Entry</name>
    <message>
        <source>Your registration waits for the host&apos;s approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your registration waits for %1&apos;s approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not registered for this meeting. Ask its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not registered for this meeting. Ask %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not enrolled for this meeting. Ask its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not enrolled for this meeting. Ask %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting asks for registration; its host approves each one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting asks for registration; you are let in at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens when the host starts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens when %1 starts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of this meeting is over, and nobody has started it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can join before the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Opens %n minute(s) before it starts.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You are the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time is over, but you can still start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of this meeting is over, and Zoom no longer opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are an alternative host and can start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the meeting in the host&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the meeting in the name of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your meeting is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is running; the host lets you in from the waiting room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting has ended; you can start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting has ended. Its recordings, if there are any, are on its page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejoin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join as alternative host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start on behalf of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when it opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting was deleted in Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not know of this meeting yet; it opens once it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::school::MeetingDraft</name>
    <message>
        <source>“%1” is not an e-mail address. Write each alternative host&apos;s address in full, such as name@school.example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People may join at any time before the host, or 5, 10 or 15 minutes before. Choose one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the meeting a topic, so that people know what it is.</source>
        <translation type="unfinished"></translation>
    </message>
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
    <message>
        <source>Zoom takes only the letters A to Z and a to z, digits and @ _ - * in a passcode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the day and time at which the meeting starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This start is in the past. Choose a later one, or start the meeting now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A meeting lasts at least one minute. Choose how long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A meeting lasts 24 hours at most. Choose a shorter time, or schedule one for each day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the time zone in which the meeting takes place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone “%1” is not known here. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of meeting cannot be scheduled. Choose a single meeting or a series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who hosts the meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose on which days the series repeats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single meeting does not repeat. Schedule a new series instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting has no fixed time; it starts when its host starts it.</source>
        <translation type="unfinished"></translation>
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
    <name>lectern::school::Permission</name>
    <message>
        <source>Only its host, a teacher of it or an administrator can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the people of this meeting can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learners cannot schedule meetings. Ask your teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator can schedule a meeting for another host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator sees the meetings of the whole school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator can switch the meeting for everyone on or off.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Choose at least one day of the week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the first to fourth or the last week of the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day of the month from 1 to 31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Zoom keeps at most %n dates in one series. Let it end earlier and schedule a second series for the rest.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A series needs at least one date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series ends before its first date. Choose a later end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::sync</name>
    <message>
        <source>every %n day(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n week(s) on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %n month(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n time(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registration, approved at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registration, approved by the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once for all dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for each date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once, for chosen dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded on the host&apos;s computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded in the cloud</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::sync::Profile</name>
    <message>
        <source>Lectern cannot make its folder %1. Check that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::ui::EntryController</name>
    <message>
        <source>You will not be told about “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lectern will tell you when “%1” starts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lectern::zoom::Text</name>
    <message>
        <source>Zoom&apos;s answer cannot be understood. Nothing was lost; if it happens again, report it with its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address answered with a web page, not with Zoom&apos;s API. Check the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this part of Zoom&apos;s API. Check the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom has a problem at the moment. Lectern tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it was finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the connection to the internet and the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check the connection to the internet, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity of %1 cannot be verified, so nothing was sent to it. Check the server address and this computer&apos;s date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a secure address. Use one that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than anything Zoom sends. Check the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent the request on to %1, where it must not go. Check the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not accept the credentials of this account. Check them in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not know this client ID with this client secret. Copy both again from the app&apos;s page on the Zoom App Marketplace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not accept the account ID. Copy it again from the app&apos;s page on the Zoom App Marketplace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Zoom app is switched off. An administrator can activate it on the Zoom App Marketplace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authorization was taken back at Zoom. Connect the account again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner of the Zoom app has left the account. An administrator has to create the app anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Zoom app does not allow this kind of sign-in. Create a Server-to-Server OAuth app and use its credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Zoom app does not list Lectern&apos;s return address. Add it on the app&apos;s page on the Zoom App Marketplace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credentials are incomplete. Fill in every field of the account in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key and secret cannot be used to sign in. Check them in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in named %1 as the server, which is none of Zoom&apos;s. Check the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Zoom app lacks a permission for this. Add the missing scopes on the Zoom App Marketplace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Zoom app lacks permissions. Add these scopes on the Zoom App Marketplace: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not allow this account to do that. Ask the account&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom offers this only with a paid plan or an extra licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom refused what was entered. Check it and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom refused what was entered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom already has this. Refresh to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom asks for a short break. Lectern goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has reached Zoom&apos;s limit of 100 new or changed meetings a day. Lectern goes on after midnight UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has reached Zoom&apos;s limit of requests for today. Lectern goes on when Zoom allows it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not have this host any more. Choose another host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting no longer exists at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom does not give access to this meeting. It may be a webinar, a date that is gone, or belong to a host one may not schedule for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is running. End it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the meeting&apos;s host may do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has already ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is over, so nobody can register any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A personal room cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not host or schedule meetings. An administrator can give them a licence at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration is not switched on for this meeting. Edit the meeting to switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more people can register for this meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host of a meeting cannot register for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording of this meeting at Zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is not finished yet. Try again when the meeting has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud recording is not switched on for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is used by a webinar and cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom keeps no details of meetings older than a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting runs on the organisation&apos;s own servers, where this is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible for this kind of meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can only be changed for all dates of a series, not for one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
