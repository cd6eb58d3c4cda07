import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  changesAnswerSchema,
  itemAnswerSchema,
  messagesAnswerSchema,
  othersAnswerSchema,
} from "@flowdesk/shared/protocol/http.ts";
import { snapshotHeadSchema, snapshotLineSchema } from "@flowdesk/shared/protocol/snapshot.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { incoming } from "../../fixtures/desk.ts";
import { foreignOrigins } from "../../fixtures/foreign-origins.ts";
import { MemoryServer } from "../../fixtures/memory-server.ts";
import { aisha, bridge, ida, jonas, karin, noor, sofie } from "../../fixtures/people.ts";
import { postWithHost } from "../account/account-server.ts";

let server: MemoryServer;
beforeEach(async () => {
  server = await MemoryServer.open();
});
afterEach(() => server.close());

const messages = "/api/desks/festival/messages";

/** Status, and the code of the refusal, which has a sentence with it. */
async function refusal(response: Response) {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  expect(error.message.length).toBeGreaterThan(10);
  return [response.status, error.code];
}

function post(body: BodyInit, type = "application/json", as: { id: string } | null = aisha): Promise<Response> {
  return server.fetch(messages, as, { method: "POST", body, headers: { "Content-Type": type } });
}

function postJson(value: unknown): Promise<Response> {
  return post(JSON.stringify(value));
}

describe("messages in", () => {
  test("are answered after the commit, with counts; the same again are duplicates and change nothing", async () => {
    const all = [1, 2, 3].map((n) => incoming({ externalId: `m${n}`, kind: "dm", author: { handle: `guest${n}` } }));
    const before = await server.desk.head();
    const first = await postJson({ messages: all });
    expect(first.status).toBe(200);
    expect(messagesAnswerSchema.parse(await first.json())).toEqual({
      accepted: 3,
      duplicates: 0,
      rejected: 0,
      refusals: [],
    });
    expect(await server.desk.head()).toBe(before + 3);
    const again = await postJson({ messages: [...all, incoming({ externalId: "m4" })] });
    expect(await again.json()).toEqual({ accepted: 1, duplicates: 3, rejected: 0, refusals: [] });
    expect(await server.desk.head()).toBe(before + 4);
  });

  test("come by token as by session, from whoever may bring them in", async () => {
    const body = JSON.stringify({ messages: [incoming({ externalId: "m1" })] });
    const headers = { "Content-Type": "application/json", Authorization: `Bearer fd_festival_${bridge.id}` };
    expect((await server.fetch(messages, null, { method: "POST", body, headers })).status).toBe(200);
    expect(await refusal(await post(body, "application/json", jonas))).toEqual([403, "forbidden"]);
    expect(await refusal(await post(body, "application/json", null))).toEqual([401, "unauthenticated"]);
    expect(await refusal(await post(body, "application/json", { id: "stranger" }))).toEqual([404, "desk.unknown"]);
  });

  test("come by session from the console's own pages only, and by token from wherever", async () => {
    const body = JSON.stringify({ messages: [] });
    const headers = { "Content-Type": "application/json" };
    const sent = (origin: string, more: object = {}) =>
      server.fetch(messages, aisha, { method: "POST", body, headers: { ...headers, ...more, Origin: origin } });
    for (const origin of foreignOrigins(server.origin))
      expect([origin, ...(await refusal(await sent(origin)))]).toEqual([origin, 403, "origin.refused"]);
    for (const origin of [server.origin, "https://desk.example"]) expect((await sent(origin)).status).toBe(200);
    const program = { Authorization: `Bearer fd_festival_${bridge.id}` };
    expect((await sent("https://elsewhere.example", program)).status).toBe(200);
    const withHost = (more: Record<string, string>) =>
      postWithHost(server.origin, messages, { messages: [] }, { Cookie: `session=${aisha.id}`, ...more });
    expect(await withHost({})).toEqual({ status: 403, code: "origin.refused" });
    const rebound = { Host: `evil.example:${server.port}`, Origin: `http://evil.example:${server.port}` };
    expect(await withHost(rebound)).toEqual({ status: 403, code: "origin.refused" });
  });

  test("S1: each that is refused has its place, code and sentence, and the rest goes on", async () => {
    const at = (text: string) => incoming({ externalId: text, at: text });
    const answer = await postJson({
      messages: [
        incoming({ externalId: "good" }),
        { ...incoming(), kind: "letter" },
        incoming({ externalId: "long", text: "x".repeat(100_000) }),
        at("1970-01-01T00:00:00.000Z"),
        at("2099-01-01T00:00:00.000Z"),
        { ...incoming(), at: "04/07/2026" },
        { ...incoming(), channel: "festival" },
        "nothing",
        JSON.parse(`{"deep":${"[".repeat(40)}${"]".repeat(40)}}`),
        incoming({ externalId: "good too", author: { handle: "other" } }),
      ],
    });
    const { accepted, rejected, refusals } = messagesAnswerSchema.parse(await answer.json());
    expect([answer.status, accepted, rejected]).toEqual([200, 2, 8]);
    expect(refusals.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(refusals.map(({ code }) => code)).toEqual([
      "message.invalid",
      "message.invalid",
      "message.at.past",
      "message.at.future",
      ...Array<string>(4).fill("message.invalid"),
    ]);
  });

  test("S1: a NUL and half an emoji are mended, and that is said", async () => {
    const body = `{"messages":[${JSON.stringify(incoming({ externalId: "whole" }))},
      {"externalId":"half","channel":"x:festival","kind":"mention","author":{"handle":"g"},"at":"2026-07-04T18:00:00Z",
       "text":"se her \\ud83c og\\u0000 her"}]}`;
    expect(await (await post(body)).json()).toMatchObject({ accepted: 2, rejected: 0, repaired: [1] });
    const changes = await server.desk.store.changes("festival", 0, 1_000);
    const texts = changes.map(({ change }) => JSON.stringify(change)).filter((json) => json.includes("se her"));
    expect(texts.join()).toContain("se her \ufffd og her");
  });

  test("S1: in NDJSON one bad line is refused and the others come in, with or without a last newline", async () => {
    const line = (id: string) => JSON.stringify(incoming({ externalId: id, author: { handle: id } }));
    const latin1 = Buffer.from(line("æ"), "latin1");
    const body = Buffer.concat([
      Buffer.from(`${line("a")}\r\n{"externalId": \n\n`),
      latin1,
      Buffer.from(`\n${line("b")}`),
    ]);
    const answer = messagesAnswerSchema.parse(await (await post(body, "application/x-ndjson")).json());
    expect(answer).toMatchObject({ accepted: 2, duplicates: 0, rejected: 2 });
    expect(answer.refusals.map(({ index }) => index)).toEqual([1, 2]);
  });

  test("bodies that cannot be read are refused whole", async () => {
    expect(await refusal(await post('{"messages": ['))).toEqual([400, "body.invalid"]);
    expect(await refusal(await post('{"items": []}'))).toEqual([400, "body.invalid"]);
    expect(await refusal(await post("[]"))).toEqual([400, "body.invalid"]);
    expect(await refusal(await post(""))).toEqual([400, "body.invalid"]);
    expect(await refusal(await post(Buffer.from([0x7b, 0xff, 0x7d])))).toEqual([400, "body.invalid"]);
    expect(await refusal(await post("externalId;text", "text/csv"))).toEqual([415, "body.unsupported"]);
    expect(await (await post('{"messages": []}')).json()).toEqual({
      accepted: 0,
      duplicates: 0,
      rejected: 0,
      refusals: [],
    });
  });

  test("a body of 5 MB is read, off the event loop, and one byte more is too large", async () => {
    const limit = 5 * 1024 * 1024;
    const all = Array.from({ length: 3_000 }, (_, n) =>
      JSON.stringify(incoming({ externalId: `m${n}`, author: { handle: `g${n}` } })),
    ).join("\n");
    const padded = (bytes: number) => all + " ".repeat(bytes - Buffer.byteLength(all));
    const accepted = await post(padded(limit), "application/x-ndjson");
    expect(await accepted.json()).toMatchObject({ accepted: 3_000, duplicates: 0, rejected: 0 });
    expect(await refusal(await post(padded(limit + 1), "application/x-ndjson"))).toEqual([413, "body.too.large"]);
    const broken = `{"messages": [${all.replaceAll("\n", ",")}`;
    expect(await refusal(await post(broken))).toEqual([400, "body.invalid"]);
  });

  test("when the disk is full nothing is lost in silence, and it goes on by itself", async () => {
    server.desk.store.isFull = true;
    const refused = await postJson({ messages: [incoming()] });
    expect(refused.headers.get("Retry-After")).not.toBeNull();
    expect(await refusal(refused)).toEqual([503, "storage.full"]);
    expect(await refusal(await server.fetch("/readyz", null))).toEqual([503, "storage.full"]);
    server.desk.store.isFull = false;
    expect((await server.fetch("/readyz", null)).status).toBe(200);
    expect(await (await postJson({ messages: [incoming()] })).json()).toMatchObject({ accepted: 1 });
  });
});

describe("reading a desk", () => {
  const snapshot = async (as: { id: string }, headers: Record<string, string> = {}) => {
    const response = await server.fetch("/api/desks/festival/snapshot", as, { headers });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text.endsWith("\n")).toBe(true);
    const [head, ...lines] = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    return {
      head: snapshotHeadSchema.parse(head),
      lines: lines.map((line) => snapshotLineSchema.parse(line)),
      response,
    };
  };

  test("F2: a snapshot has the open work of one's view, and says who one is and where the log stands", async () => {
    await server.desk.receive({ kind: "dm", channel: "x:festival" });
    await server.desk.receive({ kind: "comment", channel: "instagram:festival" });
    const itemsOf = async (as: { id: string }) => (await snapshot(as)).lines.filter((line) => "item" in line).length;
    expect(await Promise.all([jonas, ida, noor, karin].map(itemsOf))).toEqual([2, 1, 1, 0]);
    const { head, lines } = await snapshot(jonas);
    expect(head).toMatchObject({
      desk: "festival",
      log: "log-000000000001",
      seq: await server.desk.head(),
      me: "jonas",
    });
    expect(head.entities).toBe(lines.length);
  });

  test("a snapshot is compressed once for all of a view, and each still gets their own first line", async () => {
    await server.desk.receiveMany(50, { text: "Hvor er 🎪 indgangen?" });
    const [first, second] = await Promise.all([snapshot(jonas), snapshot(sofie)]);
    expect(first.response.headers.get("Content-Encoding")).toBe("gzip");
    expect([first.head.me, second.head.me]).toEqual(["jonas", "sofie"]);
    expect(first.lines).toEqual(second.lines);
    const plain = await snapshot(jonas, { "Accept-Encoding": "identity" });
    expect(plain.response.headers.get("Content-Encoding")).toBeNull();
    expect(plain.lines).toEqual(first.lines);
  });

  test("an item comes with its messages; one that is not there or not seen is unknown", async () => {
    const item = await server.desk.itemOf(await server.desk.receive({ kind: "dm", text: "Hej" }));
    const get = (as: { id: string }, id = item) => server.fetch(`/api/desks/festival/items/${id}`, as);
    const answer = itemAnswerSchema.parse(await (await get(jonas)).json());
    expect(answer.item.id).toBe(item);
    expect(answer.messages.map(({ message }) => message.text)).toEqual(["Hej"]);
    expect(await refusal(await get(ida))).toEqual([404, "item.unknown"]);
    expect(await refusal(await get(jonas, "none"))).toEqual([404, "item.unknown"]);
    expect(await refusal(await get(karin))).toEqual([403, "forbidden"]);
    expect(await refusal(await get(jonas, "%E0%A4%A"))).toEqual([400, "request.invalid"]);
  });

  test("F2: an author's other items come with it, closed ones too, the newest first, as far as one may see them", async () => {
    const author = { handle: "guest" };
    const receive = (externalId: string, more: object = {}) =>
      server.desk.receive({
        externalId,
        author,
        channel: "x:festival",
        kind: "mention",
        thread: externalId,
        at: new Date(Date.now() - 60_000).toISOString(),
        ...more,
      });
    const first = await server.desk.itemOf(await receive("1"));
    const closed = await server.desk.itemOf(await receive("2"));
    const direct = await server.desk.itemOf(await receive("3", { kind: "dm", at: new Date().toISOString() }));
    await receive("4", { author: { handle: "another" } });
    await server.desk.must("item.claim", { item: closed }, jonas);
    await server.desk.must("item.dismiss", { item: closed, reason: "spam" }, jonas);
    const get = (as: { id: string }, id = first) => server.fetch(`/api/desks/festival/items/${id}/others`, as);
    const idsFor = async (as: { id: string }) =>
      othersAnswerSchema.parse(await (await get(as)).json()).items.map(({ id }) => id);
    expect(await idsFor(jonas)).toEqual([direct, closed]);
    expect(await idsFor(ida)).toEqual([closed]);
    expect(await refusal(await get(ida, direct))).toEqual([404, "item.unknown"]);
    expect(await refusal(await get(karin))).toEqual([403, "forbidden"]);
  });

  test("F2: the log is read page by page, each change once, as far as one may see it", async () => {
    await server.desk.receiveMany(20);
    await server.desk.receiveMany(20, { kind: "dm" });
    const head = await server.desk.head();
    const seen: number[] = [];
    let since = 0;
    do {
      const response = await server.fetch(`/api/desks/festival/changes?since=${since}&limit=7`, ida);
      const page = changesAnswerSchema.parse(await response.json());
      expect(page).toMatchObject({ desk: "festival", log: "log-000000000001", from: since + 1, head });
      seen.push(...page.changes.map(({ seq }) => seq));
      since = page.to;
    } while (since < head);
    const all = await server.desk.store.changes("festival", 0, head);
    expect(seen).toEqual(all.filter(({ scope }) => scope?.kind !== "dm").map(({ change }) => change.seq));
    const at = (query: string) => server.fetch(`/api/desks/festival/changes?${query}`, ida);
    expect(await (await at(`since=${head}`)).json()).toMatchObject({ from: head + 1, to: head, changes: [] });
    expect(await refusal(await at(`since=${head + 1}`))).toEqual([409, "cursor.reset"]);
    expect(await refusal(await at("since=0&log=another"))).toEqual([409, "cursor.reset"]);
    // As if all but the last lines had been cut: what is older than the log is a reset too, also where nothing is left.
    const { store } = server.desk;
    const whole = store.changes.bind(store);
    try {
      store.changes = (desk, from, limit) => whole(desk, Math.max(from, head - 3), limit);
      expect(await refusal(await at("since=0"))).toEqual([409, "cursor.reset"]);
      expect((await at(`since=${head - 3}`)).status).toBe(200);
      store.changes = async () => [];
      expect(await refusal(await at(`since=${head - 1}`))).toEqual([409, "cursor.reset"]);
      expect((await at(`since=${head}`)).status).toBe(200);
    } finally {
      store.changes = whole;
    }
    for (const query of ["since=0&limit=1001", "since=", "since=%20", "since=x", "since=0&limit=", "since=0&since=1"])
      expect([query, ...(await refusal(await at(query)))]).toEqual([query, 400, "request.invalid"]);
    expect(await refusal(await at("since=yesterday"))).toEqual([400, "request.invalid"]);
  });

  test("one's desks are those that one has a part in", async () => {
    const desks = async (as: { id: string }) => (await server.fetch("/api/desks", as)).json();
    expect(await desks(jonas)).toEqual({ desks: [{ id: "festival", name: "Festival", roles: ["community-manager"] }] });
    expect(await desks({ id: "stranger" })).toEqual({ desks: [] });
    await server.desk.must("member.remove", { member: "sofie" }, karin);
    expect(await desks(sofie)).toEqual({ desks: [] });
  });

  test("A1: without a part in the desk nothing of it is to be had, and a source reads nothing", async () => {
    for (const path of ["snapshot", "items/any", "changes?since=0"]) {
      const at = `/api/desks/festival/${path}`;
      expect(await refusal(await server.fetch(at, null))).toEqual([401, "unauthenticated"]);
      expect(await refusal(await server.fetch(at, { id: "stranger" }))).toEqual([404, "desk.unknown"]);
      expect(await refusal(await server.fetch(at.replace("festival", "nowhere"), jonas))).toEqual([
        404,
        "desk.unknown",
      ]);
      const source = server.fetch(at, null, { headers: { Authorization: `Bearer fd_festival_${bridge.id}` } });
      expect(await refusal(await source)).toEqual([403, "forbidden"]);
    }
  });
});

describe("the rest of the addresses", () => {
  test("an unknown address, a wrong method and a foreign page are refused in the one form", async () => {
    expect(await refusal(await server.fetch("/api/nothing", jonas))).toEqual([404, "route.unknown"]);
    expect(await refusal(await server.fetch("/nothing", jonas))).toEqual([404, "route.unknown"]);
    const wrong = await server.fetch(messages, aisha);
    expect(wrong.headers.get("Allow")).toBe("POST");
    expect(await refusal(wrong)).toEqual([405, "method.not.allowed"]);
    const headers = { Origin: "https://elsewhere.example", "Content-Type": "application/json" };
    const lured = await server.fetch(messages, aisha, { method: "POST", body: '{"messages":[]}', headers });
    expect(await refusal(lured)).toEqual([403, "origin.refused"]);
  });

  test("machines are told whether it is alive and can serve, and on this machine the figures", async () => {
    expect(await (await server.fetch("/healthz", null)).json()).toEqual({ alive: true });
    expect(await (await server.fetch("/readyz", null)).json()).toEqual({ ready: true });
    const figures = await server.fetch("/metrics", null);
    const text = await figures.text();
    for (const name of ["flowdesk_http_request_seconds", "flowdesk_followers", "nodejs_eventloop_lag_p99_seconds"]) {
      expect(text).toContain(name);
    }
    const passedOn = server.fetch("/metrics", null, { headers: { "X-Forwarded-For": "203.0.113.9" } });
    expect(await refusal(await passedOn)).toEqual([403, "forbidden"]);
  });

  test("browsers are told to run nothing that is not the console's own", async () => {
    const response = await server.fetch("/healthz", null);
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("X-Powered-By")).toBeNull();
  });

  test("the log of requests holds no token, cookie, query or secret of a link", async () => {
    const secret = createHash("sha256").update("secret").digest("base64url");
    const headers = { Authorization: "Bearer fd_festival_jonas" };
    await server.fetch(`/api/invitations/${secret}?code=${secret}`, jonas, { headers });
    await server.fetch(`/api/fd_festival_x_${secret}`, jonas);
    await expect.poll(() => server.logged.filter((line) => line.includes('"request"')).length).toBe(2);
    const logged = server.logged.join("\n");
    for (const word of [secret, "fd_festival", "session="]) expect(logged).not.toContain(word);
  });

  test("the console's files are kept for ever by their hash, and its page is asked for every time", async () => {
    const folder = mkdtempSync(join(tmpdir(), "flowdesk-console-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<title>Flowdesk</title>");
    writeFileSync(join(folder, "assets", "main-abc123.js"), "export {}");
    await server.close();
    server = await MemoryServer.open({ console: folder });
    try {
      const script = await server.fetch("/assets/main-abc123.js", null);
      expect(script.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
      for (const path of ["/", "/festival/flow", "/invitation"]) {
        const page = await server.fetch(path, null);
        expect(await page.text()).toBe("<title>Flowdesk</title>");
        expect(page.headers.get("Cache-Control")).toBe("no-cache");
      }
      expect(await refusal(await server.fetch("/assets/main-old.js", null))).toEqual([404, "route.unknown"]);
      expect(await refusal(await server.fetch("/api/nothing", null))).toEqual([404, "route.unknown"]);
      expect((await server.fetch("/..%2f..%2fpackage.json", null)).status).toBe(404);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("while it stops it takes nothing more, and answers what it has taken", async () => {
    const slow = new Promise<number>((resolve, reject) => {
      const path = messages;
      const request = httpRequest(
        {
          port: server.port,
          path,
          method: "POST",
          headers: { Cookie: "session=aisha", Origin: server.origin, "Content-Type": "application/json" },
        },
        (response) => resolve(response.statusCode ?? 0),
      );
      request.on("error", reject);
      request.write('{"messages":');
      setTimeout(() => request.end("[]}"), 300);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = server.stop();
    await expect.poll(async () => (await server.fetch("/api/desks", jonas)).status).toBe(503);
    await stopped;
    expect([200, 503]).toContain(await slow);
  });
});
