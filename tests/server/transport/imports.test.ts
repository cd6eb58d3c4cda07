import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DeskService } from "@flowdesk/server/desk/desk-service.ts";
import { Imports } from "@flowdesk/server/intake/imports.ts";
import { answerError } from "@flowdesk/server/transport/http/answer-error.ts";
import { importRoutes } from "@flowdesk/server/transport/http/imports.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { type ImportState, importStateSchema, mapHeader } from "@flowdesk/shared/protocol/import.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import express from "express";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MemoryDesk } from "../../fixtures/memory-desk.ts";
import { PlainIdentities } from "../../fixtures/memory-server.ts";
import { aisha, bridge, ida, karin, maja } from "../../fixtures/people.ts";

let desk: MemoryDesk;
let imports: Imports;
let data: string;
let origin: string;
let close: () => Promise<void>;
/** The id of a message that the desk refuses. */
let refusing: string | null;

/** Where the console is. */
const page = "https://desk.example";

/** The desk's authority, which fails on one message alone. */
function failingAt(service: DeskService): DeskService {
  return {
    submit: (id, submission) => service.submit(id, submission),
    submitAll: async (id, all) => {
      const answers = await service.submitAll(id, all);
      return answers.map((answer, i) =>
        (all[i]?.data as { externalId?: string } | undefined)?.externalId === refusing
          ? { ok: false, error: reject("internal", "This failed by a fault of the server's.") }
          : answer,
      );
    },
    isBusy: (id) => service.isBusy(id),
    drain: () => service.drain(),
  };
}

beforeEach(async () => {
  refusing = null;
  desk = await MemoryDesk.open();
  data = mkdtempSync(join(tmpdir(), "flowdesk-test-imports-"));
  imports = new Imports({
    service: failingAt(desk.authority),
    store: desk.store,
    data,
    now: Date.now,
    channelsOf: async () => ["x:festival", "instagram:festival"],
    figuresOf: async (id, run, since) => {
      const log = await desk.store.changes(id, since, 100_000);
      const items = log.filter(({ change }) => change.by === run && change.type === "item.received").length;
      return { items, responses: 0, overdueResponses: 0 };
    },
    failed: (_desk, error) => {
      throw error;
    },
  });
  const app = express();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  app.use(
    "/api/desks",
    importRoutes({ identities: new PlainIdentities(), trustedOrigins: [page], feeds: desk.feeds, imports }),
  );
  app.use(answerError(log));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    await imports.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await desk.close();
  };
});
afterEach(async () => {
  await close();
  expect(readdirSync(join(data, "staging"))).toEqual([]);
  rmSync(data, { recursive: true });
});

function call(as: Member, method: string, path: string, body?: string, headers: Record<string, string> = {}) {
  return fetch(`${origin}/api/desks/festival/imports${path}`, {
    method,
    headers: { Cookie: `session=${as.id}`, Origin: page, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

async function begin(as: Member, query: string, body: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await call(as, "POST", `?${query}`, body, headers);
  expect(answer.status, await answer.clone().text()).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

async function ended(as: Member, id: string): Promise<ImportState> {
  for (;;) {
    const state = importStateSchema.parse(await (await call(as, "GET", `/${id}`)).json());
    if (state.ended !== null) return state;
    await pause(20);
  }
}

async function codeOf(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
}

const header = "externalId;channel;kind;author.handle;text;at";
const rows = Array.from(
  { length: 30 },
  (_, i) => `e${i};x:festival;${i === 3 ? "dm" : "mention"};guest${i};hej ${i};2026-06-13T19:${10 + i}:00Z`,
);
const file = [header, ...rows].join("\n");

describe("bringing messages in from the console", () => {
  test("a dry run shows the first as they would come in; the same file is then brought in without being sent again", async () => {
    const dry = await ended(aisha, await begin(aisha, "name=evening.csv&dryRun=1", file));
    expect(dry).toMatchObject({ phase: "done", dryRun: true, name: "evening.csv", counts: { read: 30, accepted: 0 } });
    expect(dry.first.map((message) => message.externalId)).toEqual(rows.slice(0, 20).map((_, i) => `e${i}`));
    const done = await ended(aisha, await begin(aisha, `name=evening.csv&from=${dry.id}`, ""));
    expect(done).toMatchObject({ phase: "done", error: null, done: 30, total: 30 });
    expect(done.counts).toMatchObject({ read: 30, accepted: 30, duplicates: 0, rejected: 0, items: 30 });
    const again = await ended(aisha, await begin(aisha, "name=evening.csv", file));
    expect(again.counts).toMatchObject({ accepted: 0, duplicates: 30, items: 0 });
    expect(await codeOf(await call(aisha, "POST", `?from=${dry.id}`, ""))).toEqual([404, "import.unknown"]);
  });

  test("a map comes in a header", async () => {
    const map = {
      externalId: "{id}",
      channel: "x:{hvem}",
      kind: "mention",
      "author.handle": "{id}",
      text: "{tekst}",
      at: "{tid}",
      zone: "Europe/Copenhagen",
    };
    const csv = "id;hvem;tekst;tid\n1;rød grød;hej;2026-06-13 21:00\n";
    const headers = { [mapHeader]: encodeURIComponent(JSON.stringify(map)) };
    const state = await ended(aisha, await begin(aisha, "dryRun=1", csv, headers));
    expect(state.first).toMatchObject([{ channel: "x:rød grød", at: "2026-06-13T19:00:00.000Z" }]);
  });

  test("refused rows are shown with row and reason, and can be had as a file; what the desk refuses is among them", async () => {
    refusing = "b2";
    const bad = [
      rows[0],
      "b1;x:festival;story;a;hej;2026-06-13T19:00:00Z",
      "b2;instagram:festival;dm;a;hej;2026-06-13T19:00:00Z",
    ];
    const state = await ended(aisha, await begin(aisha, "name=evening.csv", [header, ...bad].join("\n")));
    expect(state.counts).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
    expect(state.refusals).toMatchObject([
      { row: 3, code: "message.kind.unknown" },
      { row: 4, code: "internal" },
    ]);
    const refused = await call(aisha, "GET", `/${state.id}/refused`);
    expect(refused.headers.get("content-disposition")).toBe("attachment; filename=evening.refused.csv");
    const text = await refused.text();
    expect(text.split("\n").map((line) => line.split(";")[0])).toEqual([expect.stringMatching(/row$/u), "3", "4", ""]);
  });

  test("a file that cannot be read says why", async () => {
    const state = await ended(aisha, await begin(aisha, "name=a.csv", "Dear diary\nnothing happened\n"));
    expect(state).toMatchObject({ phase: "failed", error: { code: "file.not.csv" } });
    const zone = await ended(aisha, await begin(aisha, "name=a.csv&zone=Mars", file));
    expect(zone.error).toMatchObject({ code: "zone.unknown" });
  });

  test("one at a time: a replay can be stopped, and until then nothing else begins", async () => {
    const id = await begin(aisha, "name=evening.csv&speed=1", file);
    expect(await codeOf(await call(aisha, "POST", "?name=b.csv", file))).toEqual([409, "import.running"]);
    while (imports.get("festival", id)?.state.counts.accepted !== 1) await pause(20);
    const stopped = (await (await call(aisha, "DELETE", `/${id}`)).json()) as ImportState;
    expect(stopped).toMatchObject({ phase: "stopped", speed: 1, error: null, counts: { accepted: 1 } });
    expect((await ended(aisha, await begin(aisha, "name=b.csv", file))).phase).toBe("done");
    const { imports: all } = (await (await call(aisha, "GET", "")).json()) as { imports: ImportState[] };
    expect(all.map(({ name }) => name)).toEqual(["b.csv", "evening.csv"]);
  });

  test("S2: when an author is erased, what is under way is stopped, and files and what was shown of them go", async () => {
    const dry = await ended(aisha, await begin(aisha, "name=evening.csv&dryRun=1", `${file}\nbad`));
    expect([dry.first.length, dry.refusals.length, dry.refusedFile]).toEqual([20, 1, true]);
    const id = await begin(aisha, "name=evening.csv&speed=1", file);
    while (imports.get("festival", id)?.state.counts.accepted !== 1) await pause(20);
    expect(imports.desks()).toEqual(["festival"]);
    await imports.erase("care", instant(Date.now()));
    await imports.erase("festival", "2026-01-01T00:00:00.000Z");
    expect(imports.get("festival", id)?.state.ended).toBeNull();
    await imports.erase("festival", instant(Date.now()));
    const gone = { first: [], posts: [], refusals: [], repairs: [], refusedFile: false };
    expect(await ended(aisha, id)).toMatchObject({ ...gone, phase: "failed", error: { code: "import.erased" } });
    expect(await ended(aisha, dry.id)).toMatchObject({ ...gone, phase: "done" });
    expect(readdirSync(join(data, "staging"))).toEqual([]);
    expect(await codeOf(await call(aisha, "GET", `/${dry.id}/refused`))).toEqual([404, "import.unknown"]);
    expect(await codeOf(await call(aisha, "POST", `?from=${dry.id}`, ""))).toEqual([404, "import.unknown"]);
  });

  test("a full disk fails it with storage.full", async () => {
    desk.store.isFull = true;
    const state = await ended(aisha, await begin(aisha, "name=evening.csv", file));
    expect(state).toMatchObject({ phase: "failed", error: { code: "storage.full" } });
    desk.store.isFull = false;
  });

  test("who was removed meanwhile brings in no more", async () => {
    const id = await begin(aisha, "name=evening.csv&speed=3600", file);
    await desk.must("member.remove", { member: aisha.id });
    await desk.feeds.open("festival");
    for (;;) {
      const state = imports.get("festival", id)?.state;
      if (state?.ended != null) {
        expect(state).toMatchObject({ phase: "failed", error: { code: "forbidden" } });
        break;
      }
      await pause(20);
    }
  });

  test("a file that breaks off while it is sent leaves nothing behind, and lets the next one begin", async () => {
    await new Promise<void>((resolve) => {
      const sending = httpRequest(`${origin}/api/desks/festival/imports?name=a.csv`, {
        method: "POST",
        headers: { Cookie: `session=${aisha.id}`, Origin: page, "Content-Length": 1_000_000 },
      });
      sending.on("error", () => resolve());
      sending.write("externalId", () => setTimeout(() => sending.destroy(new Error("cut")), 50));
    });
    for (;;) {
      const answer = await call(aisha, "POST", "?name=evening.csv", file);
      if (answer.status === 202) break;
      expect(await codeOf(answer)).toEqual([409, "import.running"]);
      await pause(20);
    }
  });

  test("more than 1 GB is refused before it is sent", async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const sending = httpRequest(`${origin}/api/desks/festival/imports?name=a.csv`, {
        method: "POST",
        headers: { Cookie: `session=${aisha.id}`, Origin: page, "Content-Length": 2 ** 30 + 1 },
      });
      sending.on("response", (response) => resolve(response.statusCode));
      sending.on("error", () => {});
      sending.flushHeaders();
    });
    expect(status).toBe(413);
  });
});

describe("A1: who may bring files in", () => {
  test("messages: flow managers, administrators, programs; posts: flow managers, producers", async () => {
    const asked = async (as: Member, kind: string) => (await call(as, "GET", `?kind=${kind}`, undefined)).status;
    const statuses = async (as: Member) => [await asked(as, "messages"), await asked(as, "posts")];
    expect(await statuses(aisha)).toEqual([200, 200]);
    expect(await statuses(karin)).toEqual([200, 403]);
    expect(await statuses(maja)).toEqual([403, 200]);
    expect(await statuses(ida)).toEqual([403, 403]);
    const token = { Cookie: "", Authorization: `Bearer fd_festival_${bridge.id}` };
    expect((await call(bridge, "GET", "", undefined, token)).status).toBe(200);
    expect(await codeOf(await call(ida, "POST", "?name=a.csv", file))).toEqual([403, "forbidden"]);
    expect(await codeOf(await call({ ...ida, id: "" }, "GET", "/nothing"))).toEqual([401, "unauthenticated"]);
    expect(await codeOf(await call(aisha, "GET", "/nothing"))).toEqual([404, "import.unknown"]);
  });

  test("what is in a file is seen only by who brought it", async () => {
    const id = await begin(aisha, "name=evening.csv&dryRun=1", [...file.split("\n"), "bad;;;;;"].join("\n"));
    await ended(aisha, id);
    expect(await ended(karin, id)).toMatchObject({ phase: "done", first: [], refusals: [], refusedFile: false });
    expect(await codeOf(await call(karin, "GET", `/${id}/refused`))).toEqual([404, "import.unknown"]);
    expect(await codeOf(await call(karin, "POST", `?from=${id}`, ""))).toEqual([404, "import.unknown"]);
  });
});

describe("bringing a calendar of posts in from the console", () => {
  const calendar = [
    "date,time_24hr,message_text",
    "07/08/2099,10:00,Dørene åbner #sommerfest27",
    "08/08/2099,10:00,",
    "09/08/2099,10:00,Tak for i aften #sommerfest27",
  ].join("\n");

  test("the order of day and month has to be chosen where both can be; then posts are planned", async () => {
    const query = "kind=posts&format=sprout&name=calendar.csv";
    const asked = await ended(maja, await begin(maja, `${query}&dryRun=1`, calendar));
    expect(asked.error).toMatchObject({ code: "dates.ambiguous" });
    const dry = await ended(maja, await begin(maja, `${query}&dryRun=1&dates=dd/mm&from=${asked.id}`, ""));
    expect(dry.posts).toMatchObject([
      { row: 2, local: "2099-08-07T10:00:00", zone: "Europe/Copenhagen" },
      { row: 4, local: "2099-08-09T10:00:00" },
    ]);
    const done = await ended(maja, await begin(maja, `${query}&dates=dd/mm&channels=x:festival&from=${dry.id}`, ""));
    expect(done.counts).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
    expect(done.refusals).toMatchObject([{ row: 3, code: "post.empty" }]);
    const again = await ended(maja, await begin(maja, `${query}&dates=dd/mm&channels=x:festival`, calendar));
    expect(again.counts).toMatchObject({ accepted: 0, duplicates: 2 });
  });

  test("posts need to be said whose calendar they stand in", async () => {
    expect(await codeOf(await call(maja, "POST", "?kind=posts", calendar))).toEqual([400, "request.invalid"]);
    expect(await codeOf(await call(aisha, "POST", "?format=sprout", calendar))).toEqual([400, "request.invalid"]);
  });
});
