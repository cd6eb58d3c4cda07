import { scopeOf, seesChange, seesItem, viewKey, viewOf } from "@flowdesk/shared/desk/view.ts";
import { describe, expect, test } from "vitest";
import { DeskUnderTest } from "../../fixtures/desk.ts";
import { aisha, bridge, ida, jonas, karin, lars, maja, noor } from "../../fixtures/people.ts";

const dm = { channel: "instagram:festival", kind: "dm" } as const;
const mention = { channel: "x:festival", kind: "mention" } as const;

describe("F2: what a member may see", () => {
  test.each([
    [jonas, true, true],
    [aisha, true, true],
    [lars, true, true],
    [noor, true, false],
    [maja, false, true],
    [ida, false, true],
    [karin, false, false],
    [bridge, false, false],
  ] as const)("$id", (member, direct, open) => {
    expect([seesItem(viewOf(member), dm), seesItem(viewOf(member), mention)]).toEqual([direct, open]);
  });

  test("roles add up", () => {
    const both = { ...maja, roles: ["producer", "community-manager"] } as const;
    expect(seesItem(viewOf({ ...both, roles: [...both.roles] }), dm)).toBe(true);
  });

  test("members who see the same share one key, in whatever order their channels stand", () => {
    expect(viewKey(viewOf(jonas))).toBe(viewKey(viewOf(lars)));
    expect(viewKey(viewOf(maja))).not.toBe(viewKey(viewOf(jonas)));
    const some = (channels: string[]) => viewKey(viewOf({ ...jonas, channels }));
    expect(some(["b:1", "a:1", "b:1"])).toBe(some(["a:1", "b:1"]));
    expect(some(["a:1,b:1"])).not.toBe(some(["a:1", "b:1"]));
    expect(some([])).not.toBe(viewKey(viewOf(jonas)));
  });

  test("a change is seen by whoever sees its item; what is about no item, by all", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive(dm);
    desk.must(jonas, "item.claim", { item });
    desk.must(karin, "desk.rename", { name: "Fest" });
    const seen = desk.log.map((change) => seesChange(viewOf(maja), scopeOf(change, desk.item(item))));
    expect(desk.log.map(({ type }) => type)).toEqual(["item.received", "item.claimed", "desk.renamed"]);
    expect(seen).toEqual([false, false, true]);
  });
});
