import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openMessageFile } from "@flowdesk/server/intake/file/open-file.ts";
import { timeOfId } from "@flowdesk/server/intake/file/snowflake.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const dataFile = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
const stagingRoot = mkdtempSync(join(tmpdir(), "flowdesk-test-staging-"));
const now = Date.parse("2026-11-22T20:00:00Z");
afterAll(() => rmSync(stagingRoot, { recursive: true }));

async function readAll(name: string, map?: string) {
  const file = await openMessageFile({ path: dataFile(name), now, stagingRoot, ...(map === undefined ? {} : { map }) });
  const messages: IncomingMessage[] = [];
  for await (const batch of file.batches()) messages.push(...batch);
  await file.close();
  return { file, messages };
}

describe("the customer-care file", () => {
  let all: Awaited<ReturnType<typeof readAll>>;
  let threads: Map<string | undefined, IncomingMessage[]>;
  beforeAll(async () => {
    all = await readAll("twcs/conversations.csv");
    threads = Map.groupBy(all.messages, (message) => message.thread);
  });
  const isOut = (message: IncomingMessage) => message.direction === "out";
  const authors = (messages: readonly IncomingMessage[]) => new Set(messages.map((message) => message.author.handle));

  test("5,000 rows, all good: 2,778 in and 2,222 out", () => {
    expect(all.file).toMatchObject({ format: "twcs", read: 5_000, refused: 0, repaired: {} });
    expect(all.messages).toHaveLength(5_000);
    expect(all.messages.filter(isOut)).toHaveLength(2_222);
  });

  test("tweet 3399 is whole, with its two bare CRs", () => {
    const tweet = all.messages.find((message) => message.externalId === "3399");
    expect(tweet?.text).toBe("@AskPayPal \r\rI just love the start of email 😁 https://t.co/8u1Pf5rJoN");
  });

  test("1,312 threads, each of one channel; one outgoing only, one with four brands, 111 with several authors", () => {
    expect(threads.size).toBe(1_312);
    const each = [...threads.values()];
    expect(each.every((messages) => new Set(messages.map((message) => message.channel)).size === 1)).toBe(true);
    const outgoingOnly = each.filter((messages) => messages.every(isOut));
    expect(outgoingOnly.map((messages) => messages.map((message) => message.externalId).sort())).toEqual([
      ["1620", "1621"],
    ]);
    const severalBrands = each.filter((messages) => authors(messages.filter(isOut)).size > 1);
    expect(severalBrands.map((messages) => [authors(messages.filter(isOut)).size, messages[0]?.channel])).toEqual([
      [4, "x:sainsburys"],
    ]);
    expect(each.filter((messages) => authors(messages.filter((one) => !isOut(one))).size > 1)).toHaveLength(111);
  });

  test("a thread carries the id of its earliest message, and messages come in order of time", () => {
    for (const [thread, messages] of threads) expect(messages[0]?.externalId).toBe(thread);
    const times = all.messages.map((message) => message.at);
    expect(times).toEqual([...times].sort());
  });

  test("HTML entities are decoded", () => {
    expect(all.messages.filter((message) => /&(?:amp|lt|gt|quot);/u.test(message.text))).toEqual([]);
    expect(all.messages.some((message) => message.text.includes(" & "))).toBe(true);
  });
});

describe("the airline file", () => {
  const map = {
    externalId: "{tweet_id}",
    "author.handle": "{name}",
    channel: "x:{airline}",
    kind: "mention",
    text: "{text}",
    at: "{tweet_created}",
  };
  let all: Awaited<ReturnType<typeof readAll>>;
  let texts: Map<string, IncomingMessage[]>;
  beforeAll(async () => {
    all = await readAll("airline/mentions.csv", JSON.stringify(map));
    texts = Map.groupBy(all.messages, (message) => message.externalId);
  });
  const textOf = (id: string) => texts.get(id)?.[0]?.text;

  // Where a text held a semicolon (as in &lt;) the file has cut it there into further cells, which pushed the time out
  // of its column, or out of the row.
  test("14,640 rows, none refused: 557 put together again, 6 with the time that their id says", () => {
    expect(all.file).toMatchObject({ format: "csv", read: 14_640, refused: 0 });
    expect(all.file.repaired).toEqual({ "row.cut": 557, "time.from.id": 6 });
    expect(all.messages).toHaveLength(14_640);
    expect([...new Set(all.messages.map((message) => message.channel))].sort()).toEqual([
      "x:American",
      "x:Delta",
      "x:Southwest",
      "x:US Airways",
      "x:United",
      "x:Virgin America",
    ]);
  });

  test("14,485 ids, 155 of them twice with the same text, 138 texts with line breaks", () => {
    expect(texts.size).toBe(14_485);
    const twice = [...texts.values()].filter((same) => same.length > 1);
    expect(twice).toHaveLength(155);
    expect(twice.every((same) => new Set(same.map((message) => message.text)).size === 1)).toBe(true);
    expect(all.messages.filter((message) => /[\r\n]/u.test(message.text))).toHaveLength(138);
  });

  test("2,401 texts with a # as the cells stand, and 87 more that had theirs in what was cut off", async () => {
    const asTheyStand = await readAll("airline/mentions.csv", JSON.stringify({ ...map, at: "2015-02-24T12:00:00Z" }));
    const tagged = (messages: readonly IncomingMessage[]) => messages.filter((message) => message.text.includes("#"));
    expect(asTheyStand.file).toMatchObject({ read: 14_640, refused: 0, repaired: {} });
    expect(tagged(asTheyStand.messages)).toHaveLength(2_401);
    expect(tagged(all.messages)).toHaveLength(2_401 + 87);
  });

  test("texts that were cut are whole, at entities and at other semicolons", () => {
    expect(textOf("570289724453216000")).toBe(
      "@VirginAmerica I &lt;3 pretty graphics. so much better than minimal iconography. :D",
    );
    expect(textOf("570289584061481000")).toBe(
      "@VirginAmerica This is such a great deal! Already thinking about my 2nd trip to @Australia &amp; I haven't even gone on my 1st trip yet! ;p",
    );
    expect(textOf("567985483135001000")).toBe("@united &lt;&lt;&lt;&lt;&lt");
  });

  test("where a row has both, its time is the one that its id says", () => {
    for (const { externalId, at } of all.messages) {
      const byId = timeOfId("x:any", externalId, now) ?? 0;
      expect(Math.abs(Date.parse(at) - byId)).toBeLessThanOrEqual(1_000);
    }
  });
});
