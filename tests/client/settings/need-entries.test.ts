import { entriesOf } from "@flowdesk/client/screens/settings/need-entries.ts";
import { expect, test } from "vitest";

test("a list is read by line, comma or semicolon, each entry once", () => {
  expect(entriesOf(" tabt barn\nild, røg; ild\n\n")).toEqual(["tabt barn", "ild", "røg"]);
  expect(entriesOf("  ")).toEqual([]);
});
