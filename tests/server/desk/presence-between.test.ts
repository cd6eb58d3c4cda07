import { OtherNodes, partsOf, type There } from "@flowdesk/server/desk/presence-between.ts";
import { describe, expect, test } from "vitest";

const there = (member: string, item: string | null = null): There => ({
  member,
  item,
  scope: item === null ? null : { channel: "x:festival", kind: "dm" },
  writing: item !== null,
});

/** Has a node hear all that another tells. */
function hearAll(nodes: OtherNodes, node: string, telling: number, rooms: Map<string, There[]>, at = 0): string[] {
  return partsOf(telling, rooms).flatMap((part) => [...nodes.hear(node, JSON.parse(JSON.stringify(part)), at).desks]);
}

describe("Who is there by other nodes", () => {
  test("is what each has told last", () => {
    const nodes = new OtherNodes();
    expect(hearAll(nodes, "a", 1, new Map([["festival", [there("jonas", "i1"), there("maja")]]]))).toEqual([
      "festival",
    ]);
    hearAll(nodes, "b", 1, new Map([["festival", [there("sofie")]]]));
    expect(nodes.at("festival")).toEqual([there("jonas", "i1"), there("maja"), there("sofie")]);
    hearAll(nodes, "a", 2, new Map([["festival", []]]));
    expect(nodes.at("festival")).toEqual([there("sofie")]);
    expect(nodes.at("elsewhere")).toEqual([]);
  });

  test("is told in parts where it is much, and counts once all have come", () => {
    const nodes = new OtherNodes();
    const many = Array.from({ length: 300 }, (_, n) => there(`member-${n}`, `item-${n}`));
    const parts = partsOf(1, new Map([["festival", many]]));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(7_500);
    for (const part of parts.slice(0, -1)) expect(nodes.hear("a", part, 0).desks).toEqual([]);
    expect(nodes.at("festival")).toEqual([]);
    nodes.hear("a", parts.at(-1), 0);
    expect(nodes.at("festival")).toEqual(many);
    // A part that was lost is made up for by the next telling.
    nodes.hear("a", partsOf(2, new Map([["festival", many]]))[0], 0);
    hearAll(nodes, "a", 3, new Map([["festival", [there("maja")]]]));
    expect(nodes.at("festival")).toEqual([there("maja")]);
  });

  test("is forgotten when a node says nothing any more", () => {
    const nodes = new OtherNodes();
    hearAll(nodes, "a", 1, new Map([["festival", [there("jonas")]]]), 1_000);
    expect(nodes.forget(12_000)).toEqual([]);
    expect(nodes.forget(13_001)).toEqual(["festival"]);
    expect(nodes.at("festival")).toEqual([]);
  });

  test("S1: what is none of it is passed over", () => {
    const nodes = new OtherNodes();
    for (const said of [null, 7, {}, { telling: 1, part: 0, of: 1, entries: [["Not a desk"]] }])
      expect(nodes.hear("a", said, 0)).toEqual({ desks: [], isNew: false });
  });
});
