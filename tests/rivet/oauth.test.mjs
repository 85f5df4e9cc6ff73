// SPDX-License-Identifier: GPL-3.0-or-later
// Zoom's own client signs a person in through the sandbox's consent page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MeetingsOAuthClient } from "@zoom/rivet/meetings";
import { signInAt, startSandbox } from "./sandbox.mjs";

let sandbox;
let client;
let receiver;
let home;

before(async () => {
    sandbox = await startSandbox("--school", "empty", "--token-life", "20");
    signInAt(sandbox.origin);
    client = new MeetingsOAuthClient({
        clientId: sandbox.facts.client_id,
        clientSecret: sandbox.facts.client_secret,
        webhooksSecretToken: sandbox.facts.webhook_secret,
        baseUrl: `${sandbox.origin}/v2`,
        port: 0,
        installerOptions: {
            redirectUri: "http://127.0.0.1:4000",
            redirectUriPath: "/signed-in",
            installPath: "/sign-in",
            stateStore: "a secret for the states",
            directInstall: true,
        },
    });
    receiver = await client.start();
    home = `http://127.0.0.1:${receiver.address().port}`;
});

after(async () => {
    receiver?.closeAllConnections();
    receiver?.close();
    await sandbox?.stop();
});

const visit = (url, options = {}) => fetch(url, { redirect: "manual", ...options });
const queryOf = (answer) => new URL(answer.headers.get("location")).search;

test("a person lets the app in, and it may do what they may", async () => {
    const asked = await visit(`${home}/sign-in`);
    const cookie = asked.headers.get("set-cookie").split(";")[0];
    const page = `${sandbox.origin}/oauth/authorize${queryOf(asked)}`;
    assert.match(await (await visit(page)).text(), /Allow/);

    const allowed = await visit(page, { method: "POST", body: new URLSearchParams({ email: "owner@school.example" }) });
    assert.equal(allowed.status, 302);
    const back = await visit(`${home}/signed-in${queryOf(allowed)}`, { headers: { Cookie: cookie } });
    assert.equal(back.status, 200);

    const made = await client.endpoints.meetings.createMeeting({ path: { userId: "me" }, body: { topic: "Mine" } });
    assert.equal(made.data.host_email, "owner@school.example");
});
