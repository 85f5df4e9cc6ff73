// SPDX-License-Identifier: GPL-3.0-or-later
// Zoom's own receiver accepts the sandbox's webhooks, and every event is of the type it declares.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MeetingsS2SAuthClient } from "@zoom/rivet/meetings";
import { UsersS2SAuthClient } from "@zoom/rivet/users";
import { inDays, startSandbox } from "./sandbox.mjs";
import { eventTypes, problemsOf } from "./types.mjs";

const names = {
    meetings: [
        ...["created", "updated", "deleted", "permanently_deleted", "recovered", "started", "ended"],
        ...["participant_joined", "participant_left", "participant_joined_waiting_room"],
        ...["participant_left_waiting_room", "participant_put_in_waiting_room", "participant_admitted"],
        ...["participant_jbh_waiting", "participant_jbh_joined", "participant_jbh_waiting_left"],
        ...["participant_role_changed", "registration_created", "registration_approved"],
        ...["registration_cancelled", "registration_denied", "converted_to_webinar"],
    ].map((name) => `meeting.${name}`),
    webinars: [
        ...["created", "updated", "deleted", "permanently_deleted", "recovered", "started", "ended"],
        ...["participant_joined", "participant_left", "participant_role_changed", "registration_created"],
        ...["registration_approved", "registration_cancelled", "registration_denied", "converted_to_meeting"],
    ].map((name) => `webinar.${name}`),
    recordings: [
        ...["started", "stopped", "paused", "resumed", "completed", "transcript_completed", "trashed", "deleted"],
        ...["recovered", "batch_trashed", "batch_deleted", "batch_recovered", "renamed"],
        "cloud_storage_usage_updated",
    ].map((name) => `recording.${name}`),
    users: [
        ...["created", "updated", "deleted", "deactivated", "activated", "disassociated", "invitation_accepted"],
    ].map((name) => `user.${name}`),
};

let sandbox;
let token;
const receivers = [];
const received = new Map();

/// Starts Zoom's receiver, subscribes it and waits until it has proved its secret.
async function receive(Client, events) {
    const { facts, origin } = sandbox;
    const client = new Client({
        clientId: facts.client_id,
        clientSecret: facts.client_secret,
        accountId: facts.account_id,
        webhooksSecretToken: facts.webhook_secret,
        port: 0,
    });
    for (const name of events) {
        received.set(name, []);
        client.webEventConsumer.event(name, (event) => received.get(name).push(event));
    }
    const server = await client.start();
    receivers.push(server);
    const url = `http://127.0.0.1:${server.address().port}/zoom/events`;
    const { number } = await control("POST", "webhooks", { url, events });
    await until(async () => {
        const { endpoints } = await control("GET", "webhooks");
        return endpoints.find((endpoint) => endpoint.number === number).state === "valid";
    });
}

async function until(condition) {
    for (let i = 0; i < 400; ++i) {
        if (await condition()) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
    }
    assert.fail(`still not: ${condition}`);
}

async function send(method, path, body, headers = {}) {
    const answer = await fetch(sandbox.origin + path, {
        method,
        headers: { "Content-Type": "application/json", ...headers },
        body: body && JSON.stringify(body),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
    const text = await answer.text();
    return text && JSON.parse(text);
}

const control = (method, path, body) => send(method, `/sandbox/${path}`, body);
const api = (method, path, body) => send(method, `/v2/${path}`, body, { Authorization: `Bearer ${token}` });

async function signIn() {
    const { client_id: id, client_secret: secret, account_id: account } = sandbox.facts;
    const path = `/oauth/token?grant_type=account_credentials&account_id=${account}`;
    const basic = Buffer.from(`${id}:${secret}`).toString("base64");
    token = (await send("POST", path, undefined, { Authorization: `Basic ${basic}` })).access_token;
}

const last = (name) => received.get(name).at(-1).payload;
const arrived = (name, count = 1) => until(() => received.get(name).length >= count);

before(async () => {
    sandbox = await startSandbox("--school", "empty");
    await signIn();
    await receive(MeetingsS2SAuthClient, [...names.meetings, ...names.webinars, ...names.recordings]);
    await receive(UsersS2SAuthClient, names.users);
});

after(async () => {
    for (const server of receivers) {
        server.closeAllConnections();
        server.close();
    }
    await sandbox?.stop();
});

const plan = { topic: "Biology", start_time: inDays(3), duration: 45, timezone: "UTC" };

/// Three people register; one is approved, one denied, and one cancelled.
async function register(home) {
    const people = [];
    for (const first_name of ["Ana", "Ben", "Cyd"]) {
        const email = `${first_name.toLowerCase()}@visitor.example`;
        const { registrant_id: id } = await api("POST", `${home}/registrants`, { first_name, last_name: "Eze", email });
        people.push({ id, email });
    }
    for (const [i, action] of ["approve", "deny", "cancel"].entries())
        await api("PUT", `${home}/registrants/status`, { action, registrants: [people[i]] });
}

async function teach(id) {
    await control("POST", `meetings/${id}/start`);
    await control("POST", `meetings/${id}/participants`, { name: "Ana Eze", email: "ana@visitor.example" });
    await control("POST", `meetings/${id}/participants/Ana%20Eze/role`, { role: "co-host" });
    await control("DELETE", `meetings/${id}/participants/Ana%20Eze`);
    await control("POST", `meetings/${id}/end`);
}

/// To the trash, back, and away for good.
async function throwAway(kind, id) {
    await api("DELETE", `${kind}/${id}`);
    await control("POST", `meetings/${id}/recover`);
    await control("POST", `meetings/${id}/purge`);
}

test("a meeting is planned, registered for, taught and thrown away", async () => {
    const meeting = await api("POST", "users/me/meetings", { ...plan, settings: { approval_type: 1 } });
    await api("PATCH", `meetings/${meeting.id}`, { topic: "Botany", settings: { mute_upon_entry: true } });
    await register(`meetings/${meeting.id}`);
    await teach(meeting.id);
    await throwAway("meetings", meeting.id);

    await arrived("meeting.permanently_deleted");
    await arrived("meeting.updated");
    const { object, old_object: old, scope, operator } = last("meeting.updated");
    assert.deepEqual(object, { id: meeting.id, topic: "Botany", settings: { mute_upon_entry: true } });
    assert.deepEqual(old, { id: meeting.id, topic: "Biology", settings: { mute_upon_entry: false } });
    assert.equal(scope, "all");
    assert.equal(operator, meeting.host_email);
    await arrived("meeting.ended");
    assert.equal(last("meeting.started").object.id, String(meeting.id));
    assert.equal(last("meeting.ended").object.uuid, meeting.uuid);
    assert.equal(typeof last("meeting.created").object.id, "number");
});

test("a series and its occurrences", async () => {
    const recurrence = { type: 1, repeat_interval: 1, end_times: 3 };
    const series = await api("POST", "users/me/meetings", { ...plan, type: 8, recurrence, settings: { approval_type: 0 } });
    const [first, second] = series.occurrences;
    await arrived("meeting.created", 2);
    const before = received.get("meeting.updated").length;
    await api("PATCH", `meetings/${series.id}?occurrence_id=${first.occurrence_id}`, { duration: 30 });
    await arrived("meeting.updated", before + 1);
    assert.equal(last("meeting.updated").scope, "single");
    assert.equal(last("meeting.updated").object.occurrences[0].duration, 30);
    assert.equal(last("meeting.updated").old_object.occurrences[0].duration, 45);
    await api("DELETE", `meetings/${series.id}?occurrence_id=${second.occurrence_id}`);
    await until(() => last("meeting.deleted").operation === "single");
    assert.equal(last("meeting.deleted").object.occurrences[0].occurrence_id, second.occurrence_id);
    await register(`meetings/${series.id}`);
});

test("people wait, are let in, sent out and leave", async () => {
    const { id } = await api("POST", "users/me/meetings", { ...plan, settings: { join_before_host: true } });
    const people = `meetings/${id}/participants`;
    await control("POST", `meetings/${id}/lobby`, { name: "Dan" });
    await control("DELETE", `meetings/${id}/lobby`, { name: "Dan" });
    await control("POST", people, { name: "Eve", before_host: true });
    await control("POST", people, { name: "Fay", waiting_room: true });
    await control("POST", `${people}/Fay/admit`);
    await control("POST", `${people}/Fay/waiting_room`);
    await control("DELETE", `${people}/Fay`);
    await arrived("meeting.participant_left_waiting_room");
    const seats = ["joined_waiting_room", "admitted", "put_in_waiting_room", "left_waiting_room"].map(
        (name) => last(`meeting.participant_${name}`).object.participant.participant_uuid,
    );
    assert.equal(new Set(seats).size, 1, "the seat stays the same");
    await control("POST", `meetings/${id}/end`);
});

test("recordings from the start to the trash and back", async () => {
    const { id } = await api("POST", "users/me/meetings", { ...plan, settings: { auto_recording: "cloud" } });
    await control("POST", `meetings/${id}/start`);
    for (const method of ["recording.pause", "recording.resume", "recording.stop", "recording.start"])
        await api("PATCH", `live_meetings/${id}/events`, { method });
    await control("POST", `meetings/${id}/end`);
    await control("POST", `meetings/${id}/recordings`);
    const { recording_files: files } = await api("GET", `meetings/${id}/recordings`);
    await arrived("recording.completed");
    await download(received.get("recording.completed").at(-1));

    await api("PATCH", `meetings/${id}/recordings/settings`, { topic: "Cells" });
    await api("DELETE", `meetings/${id}/recordings/${files[0].id}`);
    await api("PUT", `meetings/${id}/recordings/${files[0].id}/status`, { action: "recover" });
    for (const action of ["trash", "recover"]) await control("POST", "recordings", { action });
    await api("DELETE", `meetings/${id}/recordings/${files[1].id}?action=delete`);
    for (const action of ["trash", "delete"]) await control("POST", "recordings", { action });
});

/// The token that comes with the event opens its files.
async function download({ download_token: key, payload }) {
    const [file] = payload.object.recording_files;
    const answer = await fetch(file.download_url, { headers: { Authorization: `Bearer ${key}` } });
    assert.equal((await answer.arrayBuffer()).byteLength, file.file_size);
}

test("a webinar, and what becomes of one", async () => {
    const webinar = await api("POST", "users/me/webinars", { ...plan, settings: { approval_type: 1 } });
    await api("PATCH", `webinars/${webinar.id}`, { agenda: "Leaves" });
    await register(`webinars/${webinar.id}`);
    await teach(webinar.id);
    await control("POST", `meetings/${webinar.id}/convert`);
    await control("POST", `meetings/${webinar.id}/convert`);
    await throwAway("webinars", webinar.id);
});

test("users come, change and go", async () => {
    for (const action of ["disassociate", "delete"]) {
        const user_info = { email: `${action}@school.example`, first_name: "Gil", last_name: "Ode", type: 1 };
        const { id } = await api("POST", "users", { action: "create", user_info });
        await control("POST", `users/${id}/accept`);
        await api("PATCH", `users/${id}`, { first_name: "Gila" });
        await api("PUT", `users/${id}/status`, { action: "deactivate" });
        await api("PUT", `users/${id}/status`, { action: "activate" });
        await api("DELETE", `users/${id}?action=${action}`);
    }
    await arrived("user.deleted");
    assert.equal(last("user.updated").old_object.first_name, "Gil");
});

test("every event was received, each of its declared type", async () => {
    const types = new Map([...eventTypes("meetings"), ...eventTypes("users")]);
    const problems = [];
    for (const [name, events] of received) {
        await arrived(name);
        for (const event of events) {
            assert.equal(event.payload.account_id, sandbox.facts.account_id);
            problems.push(...problemsOf(types.get(name), event, name));
        }
    }
    assert.deepEqual([...new Set(problems)], []);
    const { endpoints } = await control("GET", "webhooks");
    for (const { lost, retrying } of endpoints) assert.deepEqual({ lost, retrying }, { lost: 0, retrying: 0 });
});
