import { compileMap, readMap } from "@flowdesk/server/intake/file/mapping.ts";
import { rowMender } from "@flowdesk/server/intake/file/mend-row.ts";
import { timeOfId } from "@flowdesk/server/intake/file/snowflake.ts";
import { describe, expect, test } from "vitest";

const columns = ["id", "text", "place", "at", "zone"];
const map = readMap(
  JSON.stringify({
    externalId: "{id}",
    channel: "x:festival",
    kind: "mention",
    "author.handle": "{id}",
    text: "{text}",
    at: "{at}",
  }),
);
const now = Date.parse("2026-11-22T20:00:00Z");
/** 2015-02-24T18:30:40Z, by X's layout of ids. */
const id = "570289724453216000";
const at = "2015-02-24 10:30:40 -0800";

function mended(...cells: string[]) {
  const mend = rowMender({ map, columns, mapping: compileMap(map, columns, undefined), now });
  const row = mend(cells);
  return row === null
    ? null
    : { text: row.made.draft.text, at: row.made.draft.at, place: cells[0], code: row.repair.code };
}

describe("a row whose text was cut at its semicolons", () => {
  test("is put together at entities, in as few joins as the time needs", () => {
    expect(mended("7", "I &lt", "3 it", "", at)).toMatchObject({
      text: "I &lt;3 it",
      at: "2015-02-24T18:30:40.000Z",
      code: "row.cut",
    });
    expect(mended("7", "&gt", "&gt", " here", "")).toBeNull();
    expect(mended("7", "fish &#38", "chips &amp", " peas", "Hull", at)).toMatchObject({
      text: "fish &#38;chips &amp; peas",
    });
  });

  test("is put together at any semicolon if the time that then stands there is the one of its id", () => {
    expect(mended(id, "nice ", ")", "", `${at}, NYC`)).toMatchObject({
      text: "nice ;)",
      at: "2015-02-24T18:30:40.000Z",
      code: "row.cut",
    });
  });

  test("is not put together without evidence: no entity, no id that agrees", () => {
    expect(mended("7", "nice ", ")", "", at)).toBeNull();
    expect(mended("570289724453216999000", "nice ", ")", "", at)).toBeNull();
  });

  test("takes the time of its id where none stands anywhere, and what was cut at entities with it", () => {
    expect(mended(id, "no &amp", " never &lt", "", "Quito")).toEqual({
      text: "no &amp; never &lt",
      at: "2015-02-24T18:30:40.437Z",
      place: id,
      code: "time.from.id",
    });
    expect(mended(id, "plain", "", "", "Quito")).toMatchObject({ text: "plain", code: "time.from.id" });
  });
});

describe("the time that an id on X holds", () => {
  test("of an id whose second is known, and so many ms after X's count begins", () => {
    expect(timeOfId("x:any", id, now)).toBe(Date.parse("2015-02-24T18:30:40.437Z"));
    expect(timeOfId("Twitter:any", "4194304000000000", now)).toBe(1_288_834_974_657 + 1_000_000_000);
  });

  test("none on other platforms, in other forms, or more than five minutes ahead", () => {
    expect(timeOfId("instagram:any", id, now)).toBeNull();
    expect(timeOfId("x:any", "57028972445321", now)).toBeNull();
    expect(timeOfId("x:any", "5.70289724453216e17", now)).toBeNull();
    expect(timeOfId("x:any", id, Date.parse("2015-02-24T18:25:40Z"))).toBeNull();
    expect(timeOfId("x:any", id, Date.parse("2015-02-24T18:25:41Z"))).not.toBeNull();
  });
});
