// SPDX-License-Identifier: GPL-3.0-or-later
// Zoom's own receiver of webhooks, which checks their signatures and keeps nothing. Run it in tests/rivet, where its
// packages are. Prints {"url": …} once it listens; the secret is in BENCH_SECRET.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const { MeetingsS2SAuthClient } = await import(pathToFileURL(require.resolve("@zoom/rivet/meetings")));

const client = new MeetingsS2SAuthClient({
    clientId: "bench",
    clientSecret: "bench",
    accountId: "bench",
    webhooksSecretToken: process.env.BENCH_SECRET,
    port: 0,
});
client.webEventConsumer.event("meeting.started", () => {});
const server = await client.start();
console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/zoom/events` }));
