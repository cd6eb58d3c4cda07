import { notTags, readTags, writtenTags } from "@flowdesk/client/screens/settings/language-tags.ts";
import { readLocal } from "@flowdesk/client/screens/settings/local-time.ts";
import { moved, put, withNew, without } from "@flowdesk/client/screens/settings/rule-order.ts";
import { readWhole } from "@flowdesk/client/screens/settings/whole-number.ts";
import { describe, expect, it } from "vitest";

describe("rules in the order in which they are tried", () => {
  const rules = ["first", "second", "third"];

  it("a new rule of needs comes behind those at the top by which something is urgent, unless it is one of them", () => {
    const rules = (["urgent", "urgent", "practical", "urgent"] as const).map((need, id) => ({ id, need }));
    const ids = (need: "urgent" | "watch") =>
      withNew<{ id: number; need: "urgent" | "watch" | "practical" }>(rules, { id: 9, need }).map(({ id }) => id);
    expect(ids("watch")).toEqual([0, 1, 9, 2, 3]);
    expect(ids("urgent")).toEqual([9, 0, 1, 2, 3]);
  });

  it("move past one another, and not beyond the ends", () => {
    expect(moved(rules, 2, 0)).toEqual(["third", "first", "second"]);
    expect(moved(rules, 0, 1)).toEqual(["second", "first", "third"]);
    expect(moved(rules, 0, -1)).toEqual(rules);
    expect(moved(rules, 2, 3)).toEqual(rules);
  });

  it("are altered in their places, and begin at the end", () => {
    expect(put(rules, 1, "other")).toEqual(["first", "other", "third"]);
    expect(put(rules, null, "fourth")).toEqual([...rules, "fourth"]);
    expect(without(rules, 1)).toEqual(["first", "third"]);
  });
});

describe("what people write in the settings", () => {
  it("is a whole number within bounds, or none", () => {
    expect(readWhole(" 30 ", 0, 30)).toBe(30);
    expect(readWhole("31", 0, 30)).toBeNull();
    expect(readWhole("1.5", 0, 30)).toBeNull();
    expect(readWhole("", 0, 30)).toBeNull();
  });

  it("is languages with commas between, each once", () => {
    expect(readTags("da, EN;nb da")).toEqual(["da", "en", "nb"]);
    expect(readTags(" , ")).toEqual([]);
    expect(readTags("dansk, English; Bokmål pt-BR")).toEqual(["da", "en", "nb", "pt-br"]);
    expect(readTags("klingon!!, x, volapyk")).toEqual([]);
    expect(notTags("da, klingon!!, dansk, x")).toEqual(["klingon!!", "x"]);
    expect(writtenTags(["da", "en"])).toBe("da, en");
  });

  it("T1: is a local time of the desk's zone", () => {
    expect(readLocal("2026-07-04T21:00", "Europe/Copenhagen")).toBe("2026-07-04T19:00:00.000Z");
    expect(readLocal("", "Europe/Copenhagen")).toBe("");
    expect(readLocal("2026-07-04", "Europe/Copenhagen")).toBeNull();
  });
});
