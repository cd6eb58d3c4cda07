import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openMessageFile } from "@flowdesk/server/intake/file/open-file.ts";
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
    expect(all.file).toMatchObject({ format: "twcs", read: 5_000, refused: 0, repaired: 0 });
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
  const templates = {
    externalId: "{tweet_id}",
    "author.handle": "{name}",
    channel: "x:{airline}",
    kind: "mention",
    text: "{text}",
  };

  // Where a text held a semicolon (as in &lt;) the file has cut it into further cells, and the time, if the row still
  // has one, stands in another column. Such a row says nothing under tweet_created, and nothing is made up for it.
  test("14,640 rows: 563 without a time in its column are refused with their reason, the others come in", async () => {
    const { file, messages } = await readAll(
      "airline/mentions.csv",
      JSON.stringify({ ...templates, at: "{tweet_created}" }),
    );
    expect(file).toMatchObject({ format: "csv", read: 14_640, refused: 563 });
    expect(file.refusals.every(({ code }) => code === "message.at.missing" || code === "message.at.form")).toBe(true);
    expect(messages).toHaveLength(14_077);
    expect([...new Set(messages.map((message) => message.channel))].sort()).toEqual([
      "x:American",
      "x:Delta",
      "x:Southwest",
      "x:US Airways",
      "x:United",
      "x:Virgin America",
    ]);
  });

  test("the rows themselves: 14,485 ids, 155 of them twice with the same text, 138 texts with line breaks, 2,401 with a #", async () => {
    const { file, messages } = await readAll(
      "airline/mentions.csv",
      JSON.stringify({ ...templates, at: "2015-02-24T12:00:00Z" }),
    );
    expect(file).toMatchObject({ read: 14_640, refused: 0 });
    const texts = Map.groupBy(messages, (message) => message.externalId);
    expect(texts.size).toBe(14_485);
    const twice = [...texts.values()].filter((same) => same.length > 1);
    expect(twice).toHaveLength(155);
    expect(twice.every((same) => new Set(same.map((message) => message.text)).size === 1)).toBe(true);
    expect(messages.filter((message) => /[\r\n]/u.test(message.text))).toHaveLength(138);
    expect(messages.filter((message) => message.text.includes("#"))).toHaveLength(2_401);
  });
});
