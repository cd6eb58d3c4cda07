import { applyTemplate, mapJson, missingIn, suggestMap } from "@flowdesk/client/screens/bring-in/message-map.ts";
import { expect, test } from "vitest";

test("columns of other tools suggest a map, each column once", () => {
  expect(suggestMap(["tweet_id", "airline", "name", "text", "tweet_created"])).toEqual({
    externalId: "{tweet_id}",
    "author.handle": "{name}",
    text: "{text}",
    at: "{tweet_created}",
    kind: "mention",
  });
  expect(
    suggestMap([
      "Message ID",
      "Conversation ID",
      "Direction",
      "Contact name",
      "Contact handle",
      "Extract",
      "Message Date",
    ]),
  ).toEqual({
    externalId: "{Message ID}",
    thread: "{Conversation ID}",
    direction: "{Direction}",
    "author.name": "{Contact name}",
    "author.handle": "{Contact handle}",
    text: "{Extract}",
    at: "{Message Date}",
    kind: "mention",
  });
});

test("what a map lacks is named, and an empty template fills nothing", () => {
  expect(missingIn({ externalId: "{id}", kind: "dm", text: " " })).toEqual(["channel", "author.handle", "text", "at"]);
});

test("a template comes to what the server makes of it", () => {
  const apply = (template: string, ...cells: string[]) => applyTemplate(template, ["who", "where"], cells);
  expect(apply("x:{who}", "Fest", "Hull")).toBe("x:Fest");
  expect(apply("{who} in {where}", "Fest", "")).toBe("Fest in ");
  expect(apply("x:{who}", "", "Hull")).toBe("");
  expect(apply("mention", "", "")).toBe("mention");
  expect(apply("{whom}", "Fest", "Hull")).toBe("{whom}");
});

test("the map as it is sent", () => {
  expect(JSON.parse(mapJson({ text: "{t}", lang: "" }, true))).toEqual({ text: "{t}", entities: "html" });
  expect(JSON.parse(mapJson({ text: "{t}" }, false))).toEqual({ text: "{t}" });
});
