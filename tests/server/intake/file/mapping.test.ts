import type { IntakeError } from "@flowdesk/server/intake/file/intake-error.ts";
import { compileMap, mapByNames, readMap } from "@flowdesk/server/intake/file/mapping.ts";
import { describe, expect, test } from "vitest";

const airline = {
  externalId: "{tweet_id}",
  "author.handle": "{name}",
  channel: "x:{airline}",
  kind: "mention",
  text: "{text}",
  at: "{tweet_created}",
};
const columns = ["tweet_id", "airline", "name", "text", "tweet_created", "way", "post"];
const row = ["57", "Virgin America", "@cairdin", "Hi &amp; bye", "2015-02-24 11:35:52 -0800", "Incoming", ""];

function mapped(map: Readonly<Record<string, string>>, cells = row, zone?: string) {
  return compileMap(readMap(JSON.stringify(map)), columns, zone)(cells);
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as IntakeError).code;
  }
  return "none";
}

describe("a map of templates", () => {
  test("literal text and columns", () => {
    expect(mapped(airline)).toEqual({
      draft: {
        externalId: "57",
        author: { handle: "cairdin" },
        channel: "x:Virgin America",
        kind: "mention",
        text: "Hi &amp; bye",
        at: "2015-02-24T19:35:52.000Z",
      },
    });
  });

  test("a template whose columns are all empty gives no field, literal text or not", () => {
    expect(mapped({ ...airline, "parent.externalId": "post-{post}", thread: "{post}" })).not.toHaveProperty(
      "draft.parent",
    );
    expect(mapped({ ...airline, channel: "x:{post}" })).not.toHaveProperty("draft.channel");
  });

  test("HTML entities where the map says so, once", () => {
    expect(mapped({ ...airline, entities: "html" })).toHaveProperty("draft.text", "Hi & bye");
  });

  test.each([
    ["in", "in"],
    ["Incoming", "in"],
    ["True", "in"],
    ["out", "out"],
    ["OUTBOUND", "out"],
    ["False", "out"],
  ])("the direction understands %s", (written, direction) => {
    const cells = row.with(5, written);
    expect(mapped({ ...airline, direction: "{way}" }, cells)).toHaveProperty("draft.direction", direction);
  });

  test("a direction and a date that are none", () => {
    const sideways = mapped({ ...airline, direction: "{way}" }, row.with(5, "sideways"));
    expect(sideways).toHaveProperty("problem.code", "message.direction.unknown");
    expect(mapped(airline, row.with(4, "24/02/15"))).toHaveProperty("problem.code", "message.at.form");
  });

  test("the map's zone goes before the desk's", () => {
    const cells = row.with(4, "2026-07-01 12:00");
    expect(mapped(airline, cells)).toHaveProperty("problem.code", "message.at.zone");
    expect(mapped(airline, cells, "Europe/Oslo")).toHaveProperty("draft.at", "2026-07-01T10:00:00.000Z");
    expect(mapped({ ...airline, zone: "UTC" }, cells, "Europe/Oslo")).toHaveProperty(
      "draft.at",
      "2026-07-01T12:00:00.000Z",
    );
  });

  test("media, followers and the post above", () => {
    const cells = ["57", "DR", "maja", "", "2026-07-01T12:00:00Z", "https://e.dk/a.jpg https://e.dk/b.mp4?x=1", "12.0"];
    const made = mapped(
      { ...airline, media: "{way}", "author.followers": "{post}", "parent.text": "{airline}" },
      cells,
    );
    expect(made).toMatchObject({
      draft: {
        media: [
          { kind: "image", url: "https://e.dk/a.jpg" },
          { kind: "video", url: "https://e.dk/b.mp4?x=1" },
        ],
        author: { handle: "maja", followers: 12 },
        parent: { text: "DR" },
      },
    });
  });

  test("what is wrong with a map is said", () => {
    expect(() => mapped({ ...airline, text: "{body}" })).toThrow(
      "“text” wants the column “body”, which the file does not have. It has: tweet_id, airline,",
    );
    expect(codeOf(() => mapped({ ...airline, text: "{text" }))).toBe("map.template");
    expect(codeOf(() => mapped({ ...airline, txt: "{text}" }))).toBe("map.field.unknown");
    expect(codeOf(() => readMap('{"text":"{text}"}'))).toBe("map.field.missing");
    expect(codeOf(() => readMap("{text}"))).toBe("map.not.json");
    expect(codeOf(() => readMap('["text"]'))).toBe("map.not.json");
    expect(codeOf(() => readMap('{"text":1}'))).toBe("map.not.json");
    expect(codeOf(() => mapped({ ...airline, zone: "Mars" }))).toBe("zone.unknown");
  });

  test("a CSV that names its columns as the fields needs no map", () => {
    const names = ["externalId", "channel", "kind", "author.handle", "text", "at"];
    const made = compileMap(
      mapByNames(names),
      names,
      undefined,
    )(["1", "x:a", "Direct message", "maja", "hej", "2026-07-01T12:00:00Z"]);
    expect(made).toHaveProperty("draft.kind", "dm");
    expect(() => mapByNames(["id", "text"])).toThrow("lacks the columns externalId, channel, kind, author.handle, at");
    expect(codeOf(() => mapByNames(["Dear diary"]))).toBe("file.not.csv");
  });
});
