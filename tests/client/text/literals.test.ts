import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { parseSync, Visitor } from "vite";
import { expect, test } from "vitest";

/** What of a component's attributes people read or hear. */
const spoken = new Set([
  "title",
  "label",
  "alt",
  "placeholder",
  "hint",
  "closeLabel",
  "aria-label",
  "aria-description",
]);
/** Words that are the same in every language: the product's name, keys of the keyboard, what stands for a form. */
const sameEverywhere = /^(?:Flowdesk|Enter|Esc|Ctrl|Alt|Shift|DM|KM|CSV|JSON|NDJSON|UTC|URL|QR|X|KB|https?:\/\/\S*)$/u;

function isProse(text: string): boolean {
  const trimmed = text.trim();
  return /\p{L}{2,}/u.test(trimmed) && !sameEverywhere.test(trimmed);
}

/** Texts that stand in a component instead of in the catalogues. */
function literalsOf(file: string, source: string): string[] {
  const found: string[] = [];
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  new Visitor({
    JSXText: ({ value }) => {
      if (isProse(value)) found.push(value.trim());
    },
    JSXExpressionContainer: ({ expression }) => {
      if (expression.type === "Literal" && typeof expression.value === "string" && isProse(expression.value))
        found.push(expression.value);
    },
    JSXAttribute: ({ name, value }) => {
      const key = name.type === "JSXIdentifier" ? name.name : "";
      if (spoken.has(key) && value?.type === "Literal" && typeof value.value === "string" && isProse(value.value))
        found.push(`${key}="${value.value}"`);
    },
  }).visit(program);
  return found;
}

test("no text on the screen stands outside the catalogues", async () => {
  const root = new URL("../../../client/src/", import.meta.url).pathname;
  const found: string[] = [];
  let files = 0;
  for await (const name of glob("**/*.tsx", { cwd: root })) {
    files++;
    for (const text of literalsOf(name, readFileSync(`${root}${name}`, "utf8"))) found.push(`${name}: ${text}`);
  }
  expect(files).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

test("a text that stands in a component is found", () => {
  const source = '<p title="Hej">Skynd dig {"nu da"} {t("key")} {count}<b className="left">·</b></p>;';
  expect(literalsOf("example.tsx", source)).toEqual(['title="Hej"', "Skynd dig", "nu da"]);
});
