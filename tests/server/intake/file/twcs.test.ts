import { brandOfThread, looksLikeTwcs, mapTwcs, mentionsIn } from "@flowdesk/server/intake/file/twcs.ts";
import { describe, expect, test } from "vitest";

const columns = [
  "",
  "tweet_id",
  "author_id",
  "inbound",
  "created_at",
  "text",
  "response_tweet_id",
  "in_response_to_tweet_id",
];
const row = [
  "0",
  "119",
  "105835",
  "True",
  "Tue Oct 31 22:10:47 +0000 2017",
  "@O2 caf&eacute; &amp;amp; 5 &lt; 6",
  "120,121.0",
  "3.0",
];

describe("the customer-care format", () => {
  test("a row, with its index column, an id that reads 3.0 and HTML entities, decoded once", () => {
    expect(mapTwcs(columns)(row)).toEqual({
      draft: {
        externalId: "119",
        channel: "x:unknown",
        kind: "mention",
        author: { handle: "105835" },
        text: "@O2 café &amp; 5 < 6",
        at: "2017-10-31T22:10:47.000Z",
        direction: "in",
        inReplyTo: "3",
      },
    });
    expect(mapTwcs(columns)(row.with(3, "False").with(7, ""))).toEqual({
      draft: expect.objectContaining({ direction: "out" }),
    });
  });

  test.each([
    [1, "1.2E+17", "message.id.form"],
    [1, "", "message.id.form"],
    [7, "none", "message.id.form"],
    [3, "perhaps", "message.direction.unknown"],
    [4, "31/10/2017", "message.at.form"],
  ])("column %i as “%s” is refused with %s", (index, cell, code) => {
    expect(mapTwcs(columns)(row.with(index, cell))).toHaveProperty("problem.code", code);
  });

  test("is known by its header, and says what is missing", () => {
    expect(looksLikeTwcs(columns)).toBe(true);
    expect(looksLikeTwcs(columns.slice(0, 6))).toBe(false);
    expect(() => mapTwcs(["tweet_id", "text"])).toThrow(
      "has the columns author_id, inbound, created_at, in_response_to_tweet_id",
    );
  });

  test("mentions are names after @, not addresses of mail", () => {
    expect(mentionsIn("@AldiUK and (@Tesco), not me@home.dk @")).toEqual(["AldiUK", "Tesco"]);
  });

  describe("whose thread it is", () => {
    const brands = ["sainsburys", "Tesco", "AldiUK"];
    const isBrand = (handle: string) => brands.find((brand) => brand.toLowerCase() === handle.toLowerCase());

    test("of several who answer the one named first in the earliest message, in any case", () => {
      expect(brandOfThread("hi @117 @ALDIUK @Tesco", ["Tesco", "AldiUK"], isBrand)).toBe("AldiUK");
    });

    test("named, but without an answer in this thread, counts for nothing", () => {
      expect(brandOfThread("@sainsburys @Tesco", ["AldiUK", "Tesco"], isBrand)).toBe("Tesco");
    });

    test("none is named: the first to answer", () => {
      expect(brandOfThread("where is my parcel", ["Tesco", "AldiUK"], isBrand)).toBe("Tesco");
    });

    test("nobody answers: a brand that is named, else a name that is no number, else unknown", () => {
      expect(brandOfThread("@117 @Somebody @tesco", [], isBrand)).toBe("Tesco");
      expect(brandOfThread("@117 @Somebody", [], isBrand)).toBe("Somebody");
      expect(brandOfThread("@117 hello?", [], isBrand)).toBe("unknown");
    });
  });
});
