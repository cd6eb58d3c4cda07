import { readFileSync } from "node:fs";
import { type Need, needs } from "@flowdesk/shared/desk/item/need.ts";
import { needFor } from "@flowdesk/shared/need/need-for.ts";
import { liveNeeds } from "@flowdesk/shared/need/presets.ts";
import { languageOf } from "@flowdesk/shared/text/language.ts";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";

const data = new URL("../../../shared/data/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, data), "utf8");

/** Needs by the ids of texts: of tweets, and the numbers of lines. The texts stand beside the checkout alone. */
type Labels = Readonly<Record<string, Partial<Record<Need, readonly string[]>>>>;
const labelsOf = (set: string) =>
  JSON.parse(readFileSync(new URL(`need-labels/${set}.json`, import.meta.url), "utf8")) as Labels;

const sets = {
  airline: {
    labels: labelsOf("airline"),
    texts: new Map(
      Papa.parse<{ tweet_id: string; text: string }>(read("airline/mentions.csv"), { header: true }).data.map(
        ({ tweet_id, text }) => [tweet_id, text],
      ),
    ),
  },
  danish: {
    labels: labelsOf("danish"),
    texts: new Map(
      read("danish/da_twitter_sentences.txt")
        .split("\n")
        .map((text, line) => [String(line + 1), text] as const),
    ),
  },
};

/** How often each labelled need was found, and what else was taken for it. */
function measure(set: keyof typeof sets, part: string) {
  const { labels, texts } = sets[set];
  const counts = new Map(needs.map((need) => [need, { labelled: 0, found: 0, right: 0 }]));
  for (const need of needs) {
    for (const id of labels[part]?.[need] ?? []) {
      const text = texts.get(id);
      if (text === undefined) throw new Error(`No text has the id ${id}`);
      const lang = languageOf(text);
      const said = { channel: "x:house", kind: "mention", text, author: { handle: "guest" }, lang } as const;
      const got = needFor(liveNeeds, said);
      const labelled = counts.get(need);
      const found = counts.get(got);
      if (labelled !== undefined) labelled.labelled++;
      if (found !== undefined) found.found++;
      if (got === need && found !== undefined) found.right++;
    }
  }
  const shares = [...counts].map(([need, { labelled, found, right }]) => {
    return [need, { labelled, found, right, precision: right / found, recall: right / labelled }] as const;
  });
  // The figures of docs/needs.md are taken from here.
  console.log(set, part, JSON.stringify(Object.fromEntries(shares)));
  return new Map(shares);
}

/** Least precision and recall, a little below what was measured. */
type Floors = Partial<Record<Need, readonly [precision: number, recall: number]>>;

const floors: ReadonlyArray<readonly [keyof typeof sets, string, Floors]> = [
  ["airline", "tuned", { practical: [0.6, 0.8], answer: [0.85, 0.62], watch: [0.7, 0.85] }],
  ["airline", "heldOut", { practical: [0.4, 0.75], answer: [0.85, 0.5], watch: [0.6, 0.85] }],
  ["airline", "unseen", { practical: [0.5, 0.2], answer: [0.7, 0.5], watch: [0.5, 0.9] }],
  ["airline", "chosen", { urgent: [0.99, 0.99], practical: [0.2, 0.99], answer: [0.9, 0.35], watch: [0.5, 0.85] }],
  ["danish", "tuned", { watch: [0.95, 0.8] }],
  ["danish", "heldOut", { watch: [0.97, 0.8] }],
];

describe("the ready-made rules on texts labelled by hand", () => {
  test.each(floors)("%s, %s", (set, part, wanted) => {
    const measured = measure(set, part);
    for (const need of needs) {
      const floor = wanted[need];
      if (floor === undefined) continue;
      expect(measured.get(need)?.precision, `${need}, precision`).toBeGreaterThanOrEqual(floor[0]);
      expect(measured.get(need)?.recall, `${need}, recall`).toBeGreaterThanOrEqual(floor[1]);
    }
  });

  test("nothing of 560 ordinary texts is taken for urgent", () => {
    for (const [set, part] of floors)
      if (part !== "chosen") expect(measure(set, part).get("urgent")?.found, `${set}, ${part}`).toBe(0);
  });
});
