import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MessageFile, type OpenOptions, openMessageFile } from "@flowdesk/server/intake/file/open-file.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { temporaryFiles } from "../temporary-file.ts";

const make = temporaryFiles();
const now = Date.parse("2026-11-22T20:00:00Z");
const stagingRoot = mkdtempSync(join(tmpdir(), "flowdesk-test-staging-"));
const opened: MessageFile[] = [];

async function open(path: string, more: Partial<OpenOptions> = {}): Promise<MessageFile> {
  const file = await openMessageFile({ path, now, stagingRoot, ...more });
  opened.push(file);
  return file;
}

async function all(file: MessageFile): Promise<IncomingMessage[]> {
  const messages: IncomingMessage[] = [];
  for await (const batch of file.batches()) messages.push(...batch);
  return messages;
}

afterEach(async () => {
  for (const file of opened.splice(0)) await file.close();
  expect(readdirSync(stagingRoot)).toEqual([]);
});
afterAll(() => rmSync(stagingRoot, { recursive: true }));

const line = (message: Record<string, unknown>) =>
  JSON.stringify({ channel: "x:fest", kind: "mention", author: { handle: "maja" }, text: "hej", ...message });
const at = (minute: number) => `2026-11-22T19:${String(minute).padStart(2, "0")}:00.000Z`;

describe("order and threads", () => {
  test("messages come by time, then by id as a number", async () => {
    const lines = [
      ["10", 5],
      ["9", 5],
      ["x1", 5],
      ["3", 7],
      ["8", 1],
    ] as const;
    const path = make(lines.map(([externalId, minute]) => line({ externalId, at: at(minute) })).join("\n"), "a.jsonl");
    const messages = await all(await open(path));
    expect(messages.map((message) => message.externalId)).toEqual(["8", "9", "10", "x1", "3"]);
    expect(messages.every((message) => message.thread === undefined)).toBe(true);
  });

  test("a thread is named by its earliest message, wherever parents stand in the file and however they go round", async () => {
    const path = make(
      [
        line({ externalId: "c", at: at(3), inReplyTo: "b" }),
        line({ externalId: "b", at: at(2), inReplyTo: "a" }),
        line({ externalId: "a", at: at(1), inReplyTo: "c" }),
        line({ externalId: "alone", at: at(4), inReplyTo: "elsewhere" }),
        line({ externalId: "self", at: at(5), inReplyTo: "self" }),
        line({ externalId: "b2", at: at(6), inReplyTo: "b", channel: "instagram:fest" }),
      ].join("\n"),
      "a.jsonl",
    );
    const threads = (await all(await open(path))).map(({ externalId, thread }) => [externalId, thread]);
    expect(threads).toEqual([
      ["a", "a"],
      ["b", "a"],
      ["c", "a"],
      ["alone", undefined],
      ["self", "self"],
      ["b2", undefined],
    ]);
  });

  test("a thread that the file names keeps its name, for those who answer in it too; a dm's answers make none", async () => {
    const path = make(
      [
        line({ externalId: "1", at: at(1) }),
        line({ externalId: "2", at: at(2), inReplyTo: "1", thread: "T" }),
        line({ externalId: "3", at: at(3), kind: "dm" }),
        line({ externalId: "4", at: at(4), kind: "dm", inReplyTo: "3" }),
      ].join("\n"),
      "a.jsonl",
    );
    expect((await all(await open(path))).map((message) => message.thread)).toEqual(["T", "T", undefined, undefined]);
  });

  test("x:@Fest and X:fest are one channel; what stands twice comes twice", async () => {
    const path = make(
      [
        line({ externalId: "1", at: at(1), channel: "x:@Fest" }),
        line({ externalId: "2", at: at(2), channel: "X:fest", inReplyTo: "1" }),
        line({ externalId: "2", at: at(2), channel: "x:fest", inReplyTo: "1", text: "hej igen" }),
      ].join("\n"),
      "a.jsonl",
    );
    const messages = await all(await open(path));
    expect(messages.map(({ channel, thread, text }) => [channel, thread, text])).toEqual([
      ["x:@Fest", "1", "hej"],
      ["x:@Fest", "1", "hej"],
      ["x:@Fest", "1", "hej igen"],
    ]);
  });

  test("in the customer-care format the thread decides on the channel", async () => {
    const header = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id";
    const tweet = (id: number, author: string, inbound: string, minute: number, text: string, parent = "") =>
      `${id},${author},${inbound},Tue Oct 31 22:${minute}:00 +0000 2017,${text},,${parent}`;
    const path = make(
      [
        header,
        tweet(3, "Tesco", "False", 12, "@1 Hi", "1.0"),
        tweet(4, "AldiUK", "False", 13, "@1 Hello", "1.0"),
        tweet(1, "117", "True", 11, "mince pies @AldiUK @Tesco"),
        tweet(5, "118", "True", 15, "@tesco are you there"),
        tweet(6, "119", "True", 16, "@nobody are you there"),
      ].join("\n"),
    );
    const file = await open(path);
    expect(file.format).toBe("twcs");
    expect((await all(file)).map(({ externalId, channel, thread }) => [externalId, channel, thread])).toEqual([
      ["1", "x:AldiUK", "1"],
      ["3", "x:AldiUK", "1"],
      ["4", "x:AldiUK", "1"],
      ["5", "x:Tesco", "5"],
      ["6", "x:nobody", "6"],
    ]);
  });

  test("batches hold at most 500, and the first ones are shown in advance", async () => {
    const lines = Array.from({ length: 1_201 }, (_, i) => line({ externalId: String(1_201 - i), at: at(1) }));
    const file = await open(make(lines.join("\n"), "a.jsonl"), { first: 3 });
    expect(file.first.map((message) => message.externalId)).toEqual(["1", "2", "3"]);
    const sizes: number[] = [];
    for await (const batch of file.batches()) sizes.push(batch.length);
    expect(sizes).toEqual([500, 500, 201]);
  });
});

describe("S1: what is refused is reported with its row and kept", () => {
  const header = "externalId;channel;kind;author.handle;text;at";
  const good = "1;x:fest;mention;maja;hej;2026-11-22T19:00:00Z";
  const bad: readonly (readonly [string, string])[] = [
    [`2;x:fest;mention;maja;${"a".repeat(100_000)};2026-11-22T19:00:00Z`, "message.text.long"],
    ["3;x:fest;story;maja;hej;2026-11-22T19:00:00Z", "message.kind.unknown"],
    ["4;x:fest;mention;maja;hej;2026-11-22T20:05:01Z", "message.at.future"],
    ["5;x:fest;mention;maja;hej;1970-01-01T00:00:00Z", "message.at.past"],
    ["6;x:fest;mention;maja;hej;22.11.2026 19:00", "message.at.form"],
    [";x:fest;mention;maja;hej;2026-11-22T19:00:00Z", "message.externalId.missing"],
    ["8;fest;mention;maja;hej;2026-11-22T19:00:00Z", "message.channel"],
    ["9;x:fest;mention;;hej;2026-11-22T19:00:00Z", "message.author.missing"],
    ["10;x:fest;mention;maja;hej", "row.cells"],
    ['11;x:fest;mention;maja;"hej', "row.quote.open"],
  ];
  const last = "12;x:fest;mention;maja;hej;2026-11-22T20:05:00Z";

  test("every kind of bad row, with the good ones around it brought in", async () => {
    const path = make([header, good, ...bad.map(([row]) => row), last].join("\r\n"));
    const file = await open(path);
    expect((await all(file)).map((message) => message.externalId)).toEqual(["1", "12"]);
    expect(file).toMatchObject({ format: "csv", read: 12, refused: 10 });
    expect(file.refusals.map(({ row, code }) => [row, code])).toEqual(bad.map(([, code], i) => [i + 3, code]));
    expect(file.refusals.every(({ reason }) => /[.)…]$/u.test(reason) && reason.length < 250)).toBe(true);
  });

  test("the file of refused rows is read again as it is, and mended rows come in", async () => {
    const refusedPath = make("", "refused.csv");
    const path = make([header, good, ...bad.map(([row]) => row)].join("\r\n"));
    const first = await open(path, { refusedPath });
    expect(first.refusedFile).toBe(refusedPath);
    const again = await open(refusedPath, { refusedPath: make("", "twice.csv") });
    expect(again).toMatchObject({ read: 10, refused: 10 });
    const twice = readFileSync(again.refusedFile ?? "", "utf8");
    // Row numbers are those of the file that was read; the cells are the same to the character.
    const cellsOnly = (text: string) => text.replace(/^\d+;/gmu, "");
    expect(cellsOnly(twice).split("row.cells")[0]).toBe(
      cellsOnly(readFileSync(refusedPath, "utf8")).split("row.cells")[0],
    );
    const mended = readFileSync(refusedPath, "utf8")
      .replace(";story;", ";comment;")
      .replace("hej;1970-01-01", "hej;2026-11-22");
    const third = await open(make(mended, "mended.csv"));
    expect((await all(third)).map((message) => message.externalId)).toEqual(["5", "3"]);
  });

  test("what the desk refuses later joins them, by its place in the order of time, as it stands in the file", async () => {
    const row = (id: string, minute: number) => `${id};x:fest;mention;maja;"hej; ${id}";2026-11-22T19:0${minute}:00Z`;
    const path = make(
      [header, row("b", 2), "6;x:fest;mention;maja;hej;never", "", row("a", 1), row("c", 3)].join("\n"),
    );
    const refusedPath = make("", "refused.csv");
    const file = await open(path, { refusedPath });
    expect((await all(file)).map((message) => message.externalId)).toEqual(["a", "b", "c"]);
    const problem = { code: "channel.retired", reason: "It is retired." };
    const later = await file.refuse([
      { place: 0, ...problem },
      { place: 2, ...problem },
    ]);
    expect(later).toMatchObject({ refusedFile: refusedPath, refusals: [{ row: 5, line: 5 }, { row: 6 }] });
    expect(readFileSync(refusedPath, "utf8").split("\n")).toEqual([
      "\uFEFFrow;code;reason;externalId;channel;kind;author.handle;text;at",
      expect.stringMatching(/^3;message.at.form;/u),
      `5;channel.retired;It is retired.;${row("a", 1)}`,
      `6;channel.retired;It is retired.;${row("c", 3)}`,
      "",
    ]);
    const third = await open(refusedPath, { refusedPath: make("", "twice.csv") });
    expect((await all(third)).map((message) => message.text)).toEqual(["hej; a", "hej; c"]);
  });

  test("a file of refused rows comes into being with what the desk refuses later, if there was none before", async () => {
    const refusedPath = make("", "refused.jsonl");
    const file = await open(make(line({ externalId: "1", at: at(1) }), "a.jsonl"), { refusedPath });
    expect(file.refusedFile).toBeUndefined();
    await all(file);
    await file.refuse([{ place: 0, code: "channel.retired", reason: "It is retired." }]);
    expect(readFileSync(refusedPath, "utf8")).toBe(
      `# row 1 · channel.retired · It is retired.\n${line({ externalId: "1", at: at(1) })}\n`,
    );
  });

  test("a line of JSON without a time takes that of its id, on X", async () => {
    const lines = [
      line({ externalId: "570289724453216000" }),
      line({ externalId: "570289724453216000", channel: "instagram:fest" }),
    ];
    const file = await open(make(lines.join("\n"), "a.jsonl"));
    expect((await all(file)).map((message) => message.at)).toEqual(["2015-02-24T18:30:40.437Z"]);
    expect(file).toMatchObject({ refused: 1, repaired: { "time.from.id": 1 } });
  });

  test("refused lines of JSON stand under a remark, as they were", async () => {
    const lines = [
      line({ externalId: "1", at: at(1) }),
      "{broken",
      line({ externalId: "?", at: at(1) }).replace('"?"', "12345678901234567890"),
      "[]",
    ];
    const refusedPath = make("", "refused.jsonl");
    const file = await open(make(lines.join("\n"), "a.jsonl"), { refusedPath });
    expect(file.refusals.map(({ row, code }) => [row, code])).toEqual([
      [2, "row.not.json"],
      [3, "message.id.number"],
      [4, "row.not.json"],
    ]);
    const kept = readFileSync(refusedPath, "utf8").split("\n");
    expect(kept[0]).toMatch(/^# row 2 · row\.not\.json · /u);
    expect([kept[1], kept[3], kept[5]]).toEqual(lines.slice(1));
    await expect(open(refusedPath)).resolves.toMatchObject({ read: 3, refused: 3 });
  });

  test("half an emoji and a NUL are mended and reported; direction marks and line breaks stay", async () => {
    const text = "\u202Ehej\u202C\r\n\u200Fverden";
    const path = make(
      [
        line({ externalId: "1", at: at(1), text: "halv \uD83D", author: { handle: "ma\0ja" } }),
        line({ externalId: "2", at: at(2), text }),
      ].join("\n"),
      "a.jsonl",
    );
    const file = await open(path);
    expect(file).toMatchObject({ repaired: { "text.repaired": 1 }, repairs: [{ row: 1, code: "text.repaired" }] });
    const messages = await all(file);
    expect(messages[0]).toMatchObject({ text: "halv \uFFFD", author: { handle: "maja" } });
    expect(messages[1]?.text).toBe(text);
  });

  test("bytes of a broken emoji in a CSV are reported too", async () => {
    const broken = Buffer.concat([
      Buffer.from(`${header}\n1;x:fest;mention;maja;hej `),
      Buffer.from([0xf0, 0x9f, 0x98]),
      Buffer.from(";2026-11-22T19:00:00Z\n"),
    ]);
    const file = await open(make(broken));
    expect(file).toMatchObject({ encoding: "utf-8", read: 1, refused: 0, repaired: { "text.repaired": 1 } });
    expect(file.first[0]?.text).toBe("hej \uFFFD");
  });
});

describe("a file as a whole", () => {
  test.each([
    ["empty", "", "file.empty"],
    ["a header alone", "externalId,channel,kind,author.handle,text,at\n", "file.rows.none"],
    ["prose", "Dear diary,\ntoday nothing came in.\n", "file.column.missing"],
    ["one column", "Dear diary\ntoday\n", "file.not.csv"],
    [
      "a column missing",
      "externalId,channel,kind,text,at\n1,x:a,mention,hej,2026-11-22T19:00:00Z\n",
      "file.column.missing",
    ],
    ["a workbook", "PK\u0003\u0004", "file.not.text"],
  ])("%s", async (_, content, code) => {
    await expect(open(make(content))).rejects.toMatchObject({ name: "IntakeError", code });
  });

  test("JSON that is no JSON Lines, and a map where none is used", async () => {
    await expect(open(make("once upon a time\n", "a.jsonl"))).rejects.toMatchObject({ code: "file.not.jsonl" });
    const path = make(line({ externalId: "1", at: at(1) }), "a.jsonl");
    await expect(open(path, { map: "{}" })).rejects.toMatchObject({ code: "map.field.missing" });
    await expect(open(`${path}x`)).rejects.toMatchObject({ code: "file.not.found" });
  });

  test("JSON Lines are known by their content where the name does not tell", async () => {
    await expect(open(make(line({ externalId: "1", at: at(1) }), "export"))).resolves.toMatchObject({
      format: "jsonl",
    });
  });

  test("more channels than any desk has means that the map is wrong", async () => {
    const rows = Array.from({ length: 1_001 }, (_, i) => line({ externalId: String(i), at: at(1), channel: `x:${i}` }));
    await expect(open(make(rows.join("\n"), "a.jsonl"))).rejects.toMatchObject({ code: "file.channels.many" });
  });

  test("reading can be stopped, and says how far it is", async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => line({ externalId: String(i), at: at(1) }));
    const path = make(rows.join("\n"), "a.jsonl");
    const stop = new AbortController();
    const seen: number[] = [];
    const opening = open(path, {
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        seen.push(done / total);
        stop.abort(new Error("stopped by hand"));
      },
    });
    await expect(opening).rejects.toThrow("stopped by hand");
    expect(seen[0]).toBeGreaterThan(0);
    expect(seen[0]).toBeLessThanOrEqual(1);
    await expect(open(path, { signal: stop.signal })).rejects.toThrow("stopped by hand");
  });

  test("stopped between batches, the next one fails and nothing is left behind", async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => line({ externalId: String(i), at: at(1) }));
    const stop = new AbortController();
    const file = await open(make(rows.join("\n"), "a.jsonl"), { signal: stop.signal });
    const read = async () => {
      for await (const batch of file.batches()) {
        expect(batch).toHaveLength(500);
        stop.abort(new Error("stopped by hand"));
      }
    };
    await expect(read()).rejects.toThrow("stopped by hand");
    await file.close();
    expect(existsSync(stagingRoot)).toBe(true);
  });
});
