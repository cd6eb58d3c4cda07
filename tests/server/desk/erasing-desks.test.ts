import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ErasingDesks, soughtBy } from "@flowdesk/server/desk/erasure/erasing-desks.ts";
import { dropKept, eraseKept, keptDesks } from "@flowdesk/server/desk/erasure/kept-files.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { festival } from "../../fixtures/desk.ts";
import { MemoryDesk } from "../../fixtures/memory-desk.ts";
import { aisha, karin } from "../../fixtures/people.ts";
import { temporaryFolder } from "../../fixtures/served.ts";

const folder = temporaryFolder();
const file = join(folder.path, "failed-commands.ndjson");
let memory: MemoryDesk;
let desks: ErasingDesks;
const warnings: string[] = [];

const erase = (id: string, who: Member, data: object) =>
  desks.submit(festival.id, { id, type: "author.erase", data, actor: { kind: "member", member: who }, lane: "people" });
const codeOf = async (...asked: Parameters<typeof erase>) => {
  const answer = await erase(...asked);
  return answer.ok ? "accepted" : answer.error.code;
};

describe("author.erase", () => {
  beforeAll(async () => {
    memory = await MemoryDesk.open();
    desks = new ErasingDesks({
      desks: memory.authority,
      store: memory.store,
      eraseKept: (desk, sought) => eraseKept(folder.path, desk, sought, Date.now()),
      warn: (_about, message) => warnings.push(message),
    });
  });
  beforeEach(() => memory.must("message.receive", { ...message("vred"), text: "Jeg hedder Vred" }));
  afterAll(() => folder.remove());

  test("S2: is written once it is done, says how much it was and names nobody; again it is the same answer", async () => {
    writeFileSync(
      file,
      [
        JSON.stringify({ desk: festival.id, type: "item.note", data: { text: "Ring til @Vred" } }),
        JSON.stringify({ desk: festival.id, type: "item.note", data: { text: "Vredens dag" } }),
        JSON.stringify({ desk: "other", type: "item.note", data: { text: "Vred" } }),
        "",
      ].join("\n"),
    );
    const before = await memory.store.head(festival.id);
    const answer = await erase("one", karin, { author: "@Vred" });
    const head = await memory.store.head(festival.id);
    expect(answer).toEqual({ ok: true, seq: (before?.seq ?? 0) + 1 });
    expect(head?.log).not.toBe(before?.log);
    const [last] = await memory.store.changes(festival.id, before?.seq ?? 0, 10);
    expect(last?.change).toMatchObject({ type: "author.erased", by: karin.id, found: { messages: 1, kept: 1 } });
    expect(JSON.stringify(last)).not.toMatch(/vred/iu);
    expect(readFileSync(file, "utf8").trim().split("\n").length).toBe(2);
    expect(await erase("one", karin, { author: "@Vred" })).toEqual(answer);
    expect(await codeOf("one", karin, { author: "another" })).toBe("command.id.reused");
  });

  test("is an administrator's, and refused before anything is touched", async () => {
    const before = await memory.store.head(festival.id);
    expect(await codeOf("two", aisha, { author: "vred" })).toBe("forbidden");
    expect(await codeOf("three", karin, { author: "vred", channel: "no channel" })).toBe("command.invalid");
    expect(await codeOf("four", karin, { author: "" })).toBe("command.invalid");
    expect(await codeOf("five", karin, { author: "nobody-of-that-name" })).toBe("nothing.to.do");
    // What stands in the place of those who were erased is nobody.
    expect(await codeOf("six", karin, { author: "@Erased" })).toBe("nothing.to.do");
    expect((await memory.store.head(festival.id))?.log).toBe(before?.log);
    const found = { items: 1, messages: 1, mentions: 0, responses: 0, changes: 1, kept: 0 };
    const direct = await memory.run("author.erase", { author: "vred", found } as { author: string }, karin);
    expect(direct).toMatchObject({ ok: false, error: { code: "desk.unavailable" } });
    expect((await memory.store.head(festival.id))?.seq).toBe(before?.seq);
    expect(existsSync(file) && warnings.length === 0).toBe(true);
  });

  test("when the store fails, it is to be sent again", async () => {
    memory.store.isBroken = true;
    expect(await codeOf("six", karin, { author: "vred" })).toBe("desk.unavailable");
    memory.store.isBroken = false;
    expect(await codeOf("six", karin, { author: "vred" })).toBe("accepted");
  });

  test("S2: what other servers have kept goes once they hear that somebody was erased, as they are not told whom", async () => {
    const kept = (more: object) => JSON.stringify({ desk: "one", at: "2026-07-04T18:00:00.000Z", ...more });
    const naming = kept({ data: { text: "@vred" } });
    const early = kept({ data: { text: "Hej" } });
    const late = kept({ at: "2026-07-04T20:00:00.000Z" });
    const elsewhere = kept({ desk: "two" });
    writeFileSync(file, `${[naming, early, elsewhere, late, '{"cut off'].join("\n")}\n`);
    expect(await keptDesks(folder.path)).toEqual(["one", "two"]);
    const before = readFileSync(file, "utf8");
    expect(await dropKept(folder.path, "three", "2026-07-04T19:00:00.000Z")).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(before.replace('{"cut off\n', ""));
    // Where somebody is erased, only what names them goes; the rest has been looked at, and stays.
    expect(
      await eraseKept(folder.path, "one", { author: "vred", channel: null }, Date.parse("2026-07-04T19:00:01Z")),
    ).toBe(1);
    expect(await dropKept(folder.path, "one", "2026-07-04T19:00:00.000Z")).toBe(0);
    writeFileSync(file, before);
    expect(await dropKept(folder.path, "one", "2026-07-04T19:00:00.000Z")).toBe(3);
    expect(readFileSync(file, "utf8")).toBe(`${elsewhere}\n${late}\n`);
  });

  test("S2: what was kept is found however the accents of a handle are written", async () => {
    for (const form of ["NFC", "NFD"]) {
      writeFileSync(file, `${JSON.stringify({ desk: "one", data: { text: "@José".normalize(form) } })}\n`);
      const sought = soughtBy({ author: "@josé".normalize(form === "NFC" ? "NFD" : "NFC") });
      expect(await eraseKept(folder.path, "one", sought, Date.now())).toBe(1);
    }
  });
});

let messages = 0;

function message(handle: string) {
  return {
    externalId: `v${++messages}`,
    channel: "x:festival",
    kind: "mention" as const,
    author: { handle },
    text: "",
    at: new Date(Date.now() - 60_000).toISOString(),
  };
}
