import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeskService } from "@flowdesk/server/desk/desk-service.ts";
import { BegunErasures } from "@flowdesk/server/desk/erasure/begun-erasures.ts";
import { ErasingDesks, soughtBy } from "@flowdesk/server/desk/erasure/erasing-desks.ts";
import { dropKept, eraseKept, keptDesks } from "@flowdesk/server/desk/erasure/kept-files.ts";
import { nothingFound } from "@flowdesk/shared/desk/author/found.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
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

  describe("that is broken off once all is erased", () => {
    /** The desks, the first of whose commands does not come through. */
    const brokenOff = (eraseKept: () => Promise<number>) => {
      let isAway = true;
      const { authority } = memory;
      const service: DeskService = {
        submit: async (desk, submission) => {
          if (!isAway) return authority.submit(desk, submission);
          isAway = false;
          return { ok: false, error: reject("desk.unavailable", "Away.") };
        },
        submitAll: (desk, submissions) => authority.submitAll(desk, submissions),
        isBusy: (desk) => authority.isBusy(desk),
        drain: () => authority.drain(),
      };
      const erasing = new ErasingDesks({ desks: service, store: memory.store, eraseKept, warn: () => {} });
      return async (id: string, author: string) => {
        const actor = { kind: "member", member: karin } as const;
        const command = { id, type: "author.erase", data: { author }, actor, lane: "people" } as const;
        const answer = await erasing.submit(festival.id, command);
        return answer.ok ? "accepted" : answer.error.code;
      };
    };
    const found = async () => {
      const log = await memory.store.changes(festival.id, 0, 10_000);
      return log.flatMap(({ change }) => (change.type === "author.erased" ? [change.found] : [])).at(-1);
    };

    test("S2: comes into the log when it is asked for again, with what there was", async () => {
      const ask = brokenOff(async () => 0);
      expect(await ask("again", "vred")).toBe("desk.unavailable");
      expect((await memory.store.findAuthor(festival.id, { author: "vred", channel: null })).messages).toBe(0);
      expect(await ask("again", "vred")).toBe("accepted");
      expect(await found()).toMatchObject({ items: 1, messages: 1 });
      expect(await ask("once more", "vred")).toBe("nothing.to.do");
    });

    test("S2: also where only what is kept beside the store named them", async () => {
      const kept = [2, 0, 0];
      const ask = brokenOff(async () => kept.shift() ?? 0);
      expect(await ask("kept", "in-files-alone")).toBe("desk.unavailable");
      expect(await ask("kept", "in-files-alone")).toBe("accepted");
      expect(await found()).toEqual({ ...nothingFound, kept: 2 });
    });
  });

  test("remembers so many erasures that have begun, the latest, and each until it is in the log", () => {
    const begun = new BegunErasures();
    const of = (number: number) => ({ author: `a${number}`, channel: null });
    const one = { ...nothingFound, messages: 1 };
    for (let number = 0; number <= 100; number++) begun.found("one", of(number), one);
    expect(begun.found("one", of(0), nothingFound)).toEqual(nothingFound);
    expect(begun.found("one", of(1), { ...nothingFound, kept: 2 })).toEqual({ ...one, kept: 2 });
    expect(begun.found("two", of(1), nothingFound)).toEqual(nothingFound);
    begun.logged("one", of(1));
    expect(begun.found("one", of(1), nothingFound)).toEqual(nothingFound);
  });

  test("a channel that is none is refused before anything is touched, also where only the desk's lists name them", async () => {
    await memory.must("policy.needs", { needs: [{ id: "r1", need: "watch", authors: ["vred"] }] });
    expect(await codeOf("odd", karin, { author: "vred", channel: "no channel" })).toBe("command.invalid");
    expect((await memory.store.copy(festival.id))?.state.desk.policy.needs[0]?.authors).toEqual(["vred"]);
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
