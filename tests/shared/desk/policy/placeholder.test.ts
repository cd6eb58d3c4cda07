import { filledTemplate, templateVariants, unknownPlaceholders } from "@flowdesk/shared/desk/policy/placeholder.ts";
import { expect, test } from "vitest";

test("placeholders are filled; one without a value goes with the space before it", () => {
  const values = {
    name: "Maja Holm",
    first: "Maja",
    handle: "maja_k",
    channel: "Fest on X",
    me: "Aisha",
    desk: "Fest",
  };
  expect(filledTemplate("Hej {first} ({handle}), se {channel} {tag} /{me}", values)).toBe(
    "Hej Maja (maja_k), se Fest on X /Aisha",
  );
  expect(filledTemplate("{tag} først", { tag: "#fest27" })).toBe("#fest27 først");
});

test("what is no placeholder stays, and is told", () => {
  expect(filledTemplate("Hej {navn} { name } {}", { name: "Maja" })).toBe("Hej {navn} { name } {}");
  expect(unknownPlaceholders("Hej {navn}, {navn} {name} {1}")).toEqual(["navn", "1"]);
});

test("what an author is called is put in once, not read as a placeholder again", () => {
  expect(filledTemplate("Hej {name}", { name: "{desk}", desk: "Fest" })).toBe("Hej {desk}");
});

const text = (name: string, lang: string | null) => ({ id: `${name} ${lang}`, name, text: "…", lang });

test("templates of one name are one, with the wording for the reader first", () => {
  const templates = [text("Gates", "en"), text("Gates", "da"), text("Thanks", null), text("gates ", "nb")];
  const firsts = (lang: string | null) => templateVariants(templates, lang).map(([first]) => first.lang);
  expect(firsts("da")).toEqual(["da", null]);
  expect(firsts("no")).toEqual(["nb", null]);
  expect(firsts("sv-SE")).toEqual(["nb", null]);
  expect(firsts("de")).toEqual(["en", null]);
  expect(firsts(null)[1]).toBeNull();
  expect(templateVariants(templates, "en")[0]).toHaveLength(3);
});
