import { foldOf, foldsOf, isPreviewFolded } from "@flowdesk/client/store/folding.ts";
import { firstFolding } from "@flowdesk/shared/desk/policy/folding.ts";
import { expect, test } from "vitest";

const usual = foldsOf(undefined);
const media = [{ kind: "image" as const, url: "https://example.org/a.jpg" }];
const said = (text: string) => ({ direction: "in" as const, text, media });

test("a preview is folded by its words, or by the item's tags", () => {
  expect(isPreviewFolded({ preview: "sh*t", tags: [] }, usual)).toBe(true);
  expect(isPreviewFolded({ preview: "Se her", tags: ["Gore"] }, usual)).toBe(true);
  expect(isPreviewFolded({ preview: "Se her", tags: ["gates"] }, usual)).toBe(false);
});

test("pictures are folded as the desk has decided", () => {
  expect(foldOf(said("sh*t"), [], usual)).toBe("all");
  expect(foldOf(said("Se her"), [], usual)).toBe("none");
  const all = foldsOf({ ...firstFolding, pictures: "all" });
  expect(foldOf(said("Se her"), [], all)).toBe("pictures");
  expect(foldOf({ ...said("Se her"), media: [] }, [], all)).toBe("none");
  const none = foldsOf({ ...firstFolding, pictures: "none" });
  expect(foldOf(said("sh*t"), [], none)).toBe("text");
});

test("what the desk itself writes is never folded", () => {
  expect(foldOf({ direction: "out", text: "sh*t" }, ["abuse"], usual)).toBe("none");
  expect(foldOf({ direction: "note", text: "sh*t" }, [], usual)).toBe("none");
});
