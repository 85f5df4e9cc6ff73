// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the real lectern-sandbox and points Zoom's own client at it.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import axios from "axios";
import { MeetingsS2SAuthClient } from "@zoom/rivet/meetings";
import { UsersS2SAuthClient } from "@zoom/rivet/users";

/// The first line the program prints, once it accepts connections.
async function announcement(child) {
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
        child.stdout.resume();
        return JSON.parse(line);
    }
    throw new Error("lectern-sandbox ended before it said where it listens");
}

export async function startSandbox(...options) {
    const program = process.env.LECTERN_SANDBOX;
    if (!program) throw new Error("LECTERN_SANDBOX must name the lectern-sandbox program");
    const child = spawn(program, ["--listen", "127.0.0.1:0", "--seed", "7", "--still", ...options], {
        stdio: ["ignore", "pipe", "inherit"],
    });
    const facts = await announcement(child);
    const origin = new URL(facts.api).origin;
    return { facts, origin, stop: () => stop(child) };
}

function stop(child) {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    return gone;
}

/// Rivet takes another base URL for the API but signs in at zoom.us, come what may: those requests are
/// sent to the sandbox on their way out.
export function signInAt(origin) {
    return axios.interceptors.request.use((config) => {
        const url = new URL(config.url, config.baseURL);
        if (url.origin === "https://zoom.us") config.url = origin + url.pathname + url.search;
        return config;
    });
}

export function clients(facts, secret = facts.client_secret) {
    const options = {
        clientId: facts.client_id,
        clientSecret: secret,
        accountId: facts.account_id,
        disableReceiver: true,
        baseUrl: new URL(facts.api).origin + "/v2",
    };
    return {
        users: new UsersS2SAuthClient(options).endpoints,
        meetings: new MeetingsS2SAuthClient(options).endpoints,
    };
}

/// All rows of a paged list, and how many pages it took.
export async function allPages(call, key, path, query) {
    const rows = [];
    let pages = 0;
    let token = "";
    do {
        const next = token ? { next_page_token: token } : {};
        const { data } = await call({ path, query: { ...query, ...next } });
        rows.push(...data[key]);
        token = data.next_page_token;
        ++pages;
    } while (token);
    return { rows, pages };
}

/// Noon UTC, so many days from now.
export function inDays(days) {
    const date = new Date(Date.now() + days * 24 * 3600 * 1000);
    date.setUTCHours(12, 0, 0, 0);
    return date.toISOString().replace(".000Z", "Z");
}
