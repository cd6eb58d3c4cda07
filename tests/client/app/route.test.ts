import { pathOf, routeOf } from "@flowdesk/client/app/route.ts";
import { expect, test } from "vitest";

const at = (path: string) => routeOf(new URL(path, "https://desk.example"));

test("A desk's screens have addresses that lead back to them", () => {
  expect(at(pathOf("fest", "my-desk"))).toMatchObject({ kind: "desk", desk: "fest", screen: "my-desk" });
  expect(at(pathOf("fest"))).toMatchObject({ kind: "desk", screen: null });
  const route = at(pathOf("a desk", "flow", { item: "i1" }));
  expect(route).toMatchObject({ desk: "a desk", screen: "flow" });
  expect(route.kind === "desk" && route.query.get("item")).toBe("i1");
});

test("Tokens are read from behind the #", () => {
  expect(at("/enter#abc")).toEqual({ kind: "enter", token: "abc" });
  expect(at("/invitation#abc")).toEqual({ kind: "invitation", token: "abc" });
});

test("What is no address of the console is nowhere", () => {
  expect(at("/desks/fest/nothing")).toEqual({ kind: "nowhere" });
  expect(at("/other")).toEqual({ kind: "nowhere" });
});
