// SPDX-License-Identifier: GPL-3.0-or-later
// Holds an event against the type that Zoom's own client declares for it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const token = /\s*(?:\/\*[^]*?\*\/|\/\/.*\n)*\s*("(?:[^"\\]|\\.)*"|-?\d+|\w+|\[\]|[{}()|;:?,&])/y;

/// Reads the few forms of TypeScript's types that the declarations of events are made of.
class Reader {
    constructor(text, at) {
        this.text = text;
        this.at = at;
    }

    peek() {
        token.lastIndex = this.at;
        return token.exec(this.text)?.[1];
    }

    take(expected) {
        const found = this.peek();
        if (found === undefined || (expected && found !== expected))
            throw new Error(`expected ${expected} and found ${found}: ${this.text.slice(this.at, this.at + 60)}`);
        this.at = token.lastIndex;
        return found;
    }

    type() {
        const choices = [this.list()];
        while (this.peek() === "|") {
            this.take();
            choices.push(this.list());
        }
        return choices.length === 1 ? choices[0] : { kind: "union", choices };
    }

    list() {
        let type = this.single();
        while (this.peek() === "[]") {
            this.take();
            type = { kind: "list", type };
        }
        return type;
    }

    single() {
        const word = this.take();
        if (word === "{") return this.members();
        if (word === "(") {
            const type = this.type();
            this.take(")");
            return type;
        }
        if (word.startsWith('"') || /^-?\d/.test(word)) return { kind: "literal", value: JSON.parse(word) };
        return { kind: "name", name: word };
    }

    members() {
        const members = {};
        while (this.peek() !== "}") {
            const name = this.take().replace(/^"|"$/g, "");
            const optional = this.peek() === "?";
            if (optional) this.take();
            this.take(":");
            members[name] = { optional, type: this.type() };
            this.take(";");
        }
        this.take();
        return { kind: "object", members };
    }
}

/// The declared type of each event of a part of the client ("meetings", "users"), by the event's name.
export function eventTypes(part) {
    const file = new URL(`node_modules/@zoom/rivet/${part}/${part}.d.ts`, import.meta.url);
    const text = readFileSync(fileURLToPath(file), "utf8");
    const types = new Map();
    for (const found of text.matchAll(/Event<"([\w.]+)"> & (?=\{)/g))
        types.set(found[1], new Reader(text, found.index + found[0].length).type());
    return types;
}

function problemsOfMembers(type, value, path) {
    const problems = [];
    for (const [name, member] of Object.entries(type.members)) {
        if (name in value) problems.push(...problemsOf(member.type, value[name], `${path}.${name}`));
        else if (!member.optional) problems.push(`${path}.${name} is missing`);
    }
    for (const name of Object.keys(value)) if (!(name in type.members)) problems.push(`${path}.${name} is unknown`);
    return problems;
}

/// Where \a value is not what \a type says, in words; empty where it fits.
export function problemsOf(type, value, path = "") {
    const wrong = [`${path} is ${JSON.stringify(value)}`];
    switch (type.kind) {
        case "literal":
            return value === type.value ? [] : wrong;
        case "name":
            return typeof value === type.name ? [] : wrong;
        case "union":
            return type.choices.some((choice) => problemsOf(choice, value).length === 0) ? [] : wrong;
        case "list":
            return Array.isArray(value) ? value.flatMap((item, i) => problemsOf(type.type, item, `${path}[${i}]`)) : wrong;
        case "object":
            return value && typeof value === "object" ? problemsOfMembers(type, value, path) : wrong;
    }
    throw new Error(`no such kind of type: ${type.kind}`);
}
