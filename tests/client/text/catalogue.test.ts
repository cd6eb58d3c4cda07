import { da } from "@flowdesk/client/text/da.ts";
import { daLater } from "@flowdesk/client/text/da-later.ts";
import { en } from "@flowdesk/client/text/en.ts";
import { enLater } from "@flowdesk/client/text/en-later.ts";
import { nb } from "@flowdesk/client/text/nb.ts";
import { nbLater } from "@flowdesk/client/text/nb-later.ts";
import { dashed } from "@flowdesk/client/text/words.ts";
import { rejectionCodes } from "@flowdesk/shared/desk/rejection.ts";
import { describe, expect, test } from "vitest";

/** Every key of a catalogue with its words. */
function flat(words: object, path = ""): Array<readonly [string, string]> {
  return Object.entries(words).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value] as const] : flat(value as object, at);
  });
}

const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)/gu)].map(([, name]) => name).toSorted();

const english = { ...en, ...enLater };

describe.each([
  ["English", english],
  ["Danish", { ...da, ...daLater }],
  ["Norwegian", { ...nb, ...nbLater }],
])("%s", (_name, words) => {
  test("has every key of the English catalogue and no other, in both forms of number", () => {
    const keys = flat(words).map(([key]) => key);
    expect(keys.toSorted()).toEqual(
      flat(english)
        .map(([key]) => key)
        .toSorted(),
    );
    for (const key of keys.filter((one) => one.endsWith("_one")))
      expect(keys).toContain(key.replace(/_one$/u, "_other"));
  });

  test("has no empty words, and names in each what the English names", () => {
    const named = new Map(flat(english));
    for (const [key, text] of flat(words)) {
      expect(text.trim(), key).not.toBe("");
      expect(blanks(text), key).toEqual(blanks(named.get(key) ?? ""));
    }
  });

  test("has a sentence for every reason why a command is refused", () => {
    for (const code of Object.keys(rejectionCodes)) expect(Object.hasOwn(words.refusal, dashed(code)), code).toBe(true);
  });
});
