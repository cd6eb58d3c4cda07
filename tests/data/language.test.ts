import { existsSync, readFileSync } from "node:fs";
import { languageOf } from "@flowdesk/shared/text/language.ts";
import Papa from "papaparse";
import { expect, test } from "vitest";

const data = new URL("../../../shared/data/", import.meta.url);

function counts(texts: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const text of texts) {
    const language = languageOf(text) ?? "none";
    found[language] = (found[language] ?? 0) + 1;
  }
  return found;
}

test("230 Danish tweets: nine in ten shown, and of those shown hardly one in fifty wrong", () => {
  expect(existsSync(data)).toBe(true);
  const found = counts(
    readFileSync(new URL("danish/da_twitter_sentences.txt", data), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== ""),
  );
  const { da = 0, none = 0, ...wrong } = found;
  const wrongs = Object.values(wrong).reduce((sum, count) => sum + count, 0);
  expect(da).toBeGreaterThan(195);
  expect(none).toBeLessThan(30);
  expect(wrongs).toBeLessThan(6);
});

test("tweets to airlines: of those shown hardly one in a thousand is not English", () => {
  const rows = Papa.parse<{ text: string }>(readFileSync(new URL("airline/mentions.csv", data), "utf8"), {
    header: true,
  });
  const { en = 0, none = 0, ...wrong } = counts(rows.data.flatMap(({ text }) => (text ? [text] : [])));
  const wrongs = Object.values(wrong).reduce((sum, count) => sum + count, 0);
  expect(en / (en + none + wrongs)).toBeGreaterThan(0.8);
  expect(wrongs / en).toBeLessThan(0.001);
});
