// SPDX-License-Identifier: GPL-3.0-or-later
// What the sandbox says must be what Zoom's own client understands.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { allPages, clients, inDays, signInAt, startSandbox } from "./sandbox.mjs";

let sandbox;
let zoom;
let hosts;

before(async () => {
    sandbox = await startSandbox("--school", "demo");
    signInAt(sandbox.origin);
    zoom = clients(sandbox.facts);
    hosts = (await allPages(zoom.users.users.listUsers, "users", undefined, { page_size: 300 })).rows;
});

after(async () => sandbox?.stop());

const licensed = () => hosts.find((user) => user.type === 2);

async function newMeeting(body) {
    const { data, statusCode } = await zoom.meetings.meetings.createMeeting({
        path: { userId: licensed().id },
        body: { topic: "Made by Rivet", type: 2, start_time: inDays(3), duration: 45, timezone: "UTC", ...body },
    });
    assert.equal(statusCode, 201);
    return data;
}

const getMeeting = async (id) => (await zoom.meetings.meetings.getMeeting({ path: { meetingId: id } })).data;

test("a wrong secret does not sign in", async () => {
    const stranger = clients(sandbox.facts, "wrong");
    await assert.rejects(stranger.users.users.listUsers({ query: {} }), (error) => {
        assert.equal(error.response.data.error, "invalid_client");
        return error.response.status === 400;
    });
});

test("users come in pages and one by one", async () => {
    const { rows, pages } = await allPages(zoom.users.users.listUsers, "users", undefined, { page_size: 2 });
    assert.equal(rows.length, hosts.length);
    assert.equal(pages, Math.ceil(hosts.length / 2));
    assert.deepEqual(new Set(rows.map((user) => user.id)), new Set(hosts.map((user) => user.id)));

    const byEmail = await zoom.users.users.getUser({ path: { userId: licensed().email } });
    assert.equal(byEmail.data.id, licensed().id);
    assert.equal(typeof byEmail.data.pmi, "number");
});

test("an unknown user is 404/1001", async () => {
    const call = zoom.users.users.getUser({ path: { userId: "nobody@lakeside.example" } });
    await assert.rejects(call, /\[404\/1001\]/);
});

test("a meeting is created, read, changed and deleted", async () => {
    const made = await newMeeting({ agenda: "Où, ou, août", settings: { waiting_room: true, join_before_host: true } });
    assert.match(made.join_url, new RegExp(`/j/${made.id}\\?pwd=`));
    assert.match(made.start_url, /zak=/);
    assert.equal(made.settings.join_before_host, false, "a waiting room excludes joining before the host");

    const changed = await zoom.meetings.meetings.updateMeeting({
        path: { meetingId: made.id },
        body: { topic: "Changed by Rivet", duration: 60 },
    });
    assert.equal(changed.statusCode, 204);
    const read = await getMeeting(made.id);
    assert.equal(read.topic, "Changed by Rivet");
    assert.equal(read.duration, 60);
    assert.equal(read.agenda, "Où, ou, août");
    assert.equal(read.status, "waiting");

    const deleted = await zoom.meetings.meetings.deleteMeeting({ path: { meetingId: made.id } });
    assert.equal(deleted.statusCode, 204);
    await assert.rejects(getMeeting(made.id), /\[404\/3001\]/);
});

test("meetings are listed in pages, without their settings", async () => {
    const made = [];
    for (let i = 0; i < 5; ++i) made.push(await newMeeting({ topic: `Page ${i}` }));
    const list = zoom.meetings.meetings.listMeetings;
    const path = { userId: licensed().id };
    const { rows, pages } = await allPages(list, "meetings", path, { type: "scheduled", page_size: 2 });
    assert.ok(pages > 2);
    for (const meeting of made) {
        const row = rows.find(({ id }) => id === meeting.id);
        assert.equal(row.topic, meeting.topic);
        assert.equal(row.settings, undefined);
    }
    await assert.rejects(list({ path, query: { next_page_token: "made-up" } }), /\[400\/300\]/);
});

test("a series keeps the school's hour when the clocks change", async () => {
    const year = new Date().getUTCFullYear() + 1;
    const series = await newMeeting({
        type: 8,
        start_time: `${year}-03-15T09:00:00`,
        timezone: "Europe/Paris",
        recurrence: { type: 2, repeat_interval: 1, end_times: 4 },
    });
    const hours = series.occurrences.map(({ start_time }) => new Date(start_time).getUTCHours());
    assert.equal(series.occurrences.length, 4);
    assert.deepEqual(new Set(hours), new Set([8, 7]), "winter and summer time");

    const [, second, third] = series.occurrences;
    const occurrence = { path: { meetingId: series.id }, query: { occurrence_id: second.occurrence_id } };
    await zoom.meetings.meetings.deleteMeeting(occurrence);
    await zoom.meetings.meetings.updateMeeting({
        path: { meetingId: series.id },
        query: { occurrence_id: third.occurrence_id },
        body: { duration: 90 },
    });
    const read = await getMeeting(series.id);
    const find = (id) => read.occurrences.find(({ occurrence_id }) => occurrence_id === id);
    assert.ok(!find(second.occurrence_id) || find(second.occurrence_id).status === "deleted");
    assert.equal(find(third.occurrence_id).duration, 90);
});

test("registrants wait, are approved, and get a link of their own", async () => {
    const meeting = await newMeeting({ settings: { approval_type: 1 } });
    const path = { meetingId: meeting.id };
    const person = { email: "nnamdi.eze@visitor.example", first_name: "Nnamdi", last_name: "Eze" };
    const added = await zoom.meetings.meetings.addMeetingRegistrant({ path, body: person });
    assert.equal(added.statusCode, 201);
    assert.equal(added.data.join_url, undefined, "no link while pending");

    const registrants = async (status) =>
        (await zoom.meetings.meetings.listMeetingRegistrants({ path, query: { status } })).data.registrants;
    assert.equal((await registrants("pending")).length, 1);
    assert.equal((await registrants("approved")).length, 0);

    await zoom.meetings.meetings.updateRegistrantsStatus({
        path,
        body: { action: "approve", registrants: [{ id: added.data.registrant_id, email: person.email }] },
    });
    const [approved] = await registrants("approved");
    assert.equal(approved.email, person.email);
    assert.match(approved.join_url, /tk=/);
});

/// A host with recordings of the last month, and the newest of them.
async function aRecording() {
    const query = { from: inDays(-30).slice(0, 10), to: inDays(1).slice(0, 10) };
    for (const host of hosts) {
        const list = zoom.meetings.cloudRecording.listAllRecordings;
        const { data } = await list({ path: { userId: host.id }, query });
        const finished = data.meetings.find(({ recording_files: files }) => files.length > 4);
        if (finished) return finished;
    }
    throw new Error("the demo school has no recording of the last month");
}

const encodedTwice = (uuid) => encodeURIComponent(encodeURIComponent(uuid));

test("recordings are listed, their files downloaded, put away and brought back", async () => {
    const recording = await aRecording();
    const path = { meetingId: encodedTwice(recording.uuid) };
    const { getMeetingRecordings, deleteMeetingOrWebinarRecordings, recoverMeetingRecordings } =
        zoom.meetings.cloudRecording;
    const query = { include_fields: "download_access_token", ttl: 600 };
    const { data } = await getMeetingRecordings({ path, query });
    assert.equal(data.uuid, recording.uuid);
    await downloadAll(data);

    await deleteMeetingOrWebinarRecordings({ path, query: { action: "trash" } });
    await assert.rejects(getMeetingRecordings({ path, query }), /\[404\/3301\]/);
    await recoverMeetingRecordings({
        path: { meetingUUID: encodedTwice(recording.uuid) },
        body: { action: "recover" },
    });
    assert.equal((await getMeetingRecordings({ path, query })).data.uuid, recording.uuid);
});

const beginnings = {
    MP4: (bytes) => bytes.subarray(4, 8).toString() === "ftyp",
    M4A: (bytes) => bytes.subarray(4, 8).toString() === "ftyp",
    JPG: (bytes) => bytes.readUInt16BE(0) === 0xffd8,
    VTT: (bytes) => bytes.toString().startsWith("WEBVTT\n"),
    TXT: (bytes) => bytes.length > 0,
};

async function downloadAll({ recording_files: files, download_access_token: token }) {
    for (const file of files) {
        const answer = await fetch(file.download_url, { headers: { Authorization: `Bearer ${token}` } });
        const bytes = Buffer.from(await answer.arrayBuffer());
        assert.equal(bytes.length, file.file_size, file.file_type);
        assert.ok(beginnings[file.file_extension](bytes), file.file_type);
        assert.notEqual(new URL(answer.url).host, new URL(file.download_url).host, "another host serves it");
    }
    assert.equal((await fetch(files[0].download_url)).status, 401);
}

test("a past meeting tells who was there", async () => {
    const recording = await aRecording();
    const path = { meetingId: encodedTwice(recording.uuid) };
    const past = await zoom.meetings.meetings.getPastMeetingDetails({ path });
    assert.equal(past.data.uuid, recording.uuid);
    const list = zoom.meetings.meetings.getPastMeetingParticipants;
    const { rows } = await allPages(list, "participants", path, { page_size: 10 });
    assert.ok(rows.length >= past.data.participants_count);
    const report = zoom.meetings.reports.getMeetingParticipantReports;
    assert.equal((await allPages(report, "participants", path, {})).rows.length, rows.length);
});

test("meetings carry whose they are in the account's tracking field", async () => {
    const { data } = await zoom.meetings.trackingField.listTrackingFields({});
    assert.ok(data.tracking_fields.some(({ field }) => field === "Lectern"));
    const meeting = await newMeeting({ tracking_fields: [{ field: "Lectern", value: "lectern:1;course=BIO-1A" }] });
    const read = await getMeeting(meeting.id);
    assert.equal(read.tracking_fields.find(({ field }) => field === "Lectern").value, "lectern:1;course=BIO-1A");
});
