import type { Template } from "./policy.ts";

/**
 * What stands for something in a template: the author's name and handle and first name, the channel's name, the tag that
 * the desk has set for the channel, who writes, and the desk.
 */
export const placeholders = ["name", "first", "handle", "channel", "tag", "me", "desk"] as const;
export type Placeholder = (typeof placeholders)[number];

const pattern = /\{([\p{L}\d_-]{1,32})\}/gu;

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** What is written as a placeholder and is none, each once: `{navn}`. It would go out as it stands. */
export function unknownPlaceholders(text: string): readonly string[] {
  const names = [...text.matchAll(pattern)].map(([, name = ""]) => name);
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

/** A template's text with its placeholders filled. One without a value goes, and the space before it with it. */
export function filledTemplate(text: string, values: Readonly<Partial<Record<Placeholder, string>>>): string {
  return text.replaceAll(/( ?)\{([\p{L}\d_-]{1,32})\}/gu, (whole, space: string, name: string) => {
    if (!isPlaceholder(name)) return whole;
    const value = values[name] ?? "";
    return value === "" ? "" : `${space}${value}`;
  });
}

/** Languages that people read for one another, nearest first. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  no: ["nb", "nn", "da", "sv"],
  nb: ["no", "nn", "da", "sv"],
  nn: ["no", "nb", "da", "sv"],
  da: ["nb", "no", "sv"],
  sv: ["nb", "no", "da"],
};

/**
 * Templates of one name as one, the wording for a language first: in that language, in one without a language, in one
 * that its readers read, in any other.
 * @param lang the language as a BCP 47 tag; null if it is not known
 */
export function templateVariants(
  templates: readonly Template[],
  lang: string | null,
): ReadonlyArray<readonly [Template, ...Template[]]> {
  const base = baseOf(lang);
  const near = base === null ? [] : (neighbours[base] ?? []);
  const rank = (template: Template): number => {
    const own = baseOf(template.lang);
    if (own === base) return own === null || template.lang === lang ? 0 : 1;
    if (own === null) return 2;
    const at = near.indexOf(own);
    if (at >= 0) return isNorwegian(base) && isNorwegian(own) ? 1 : 3 + at;
    return own === "en" ? 20 : 21;
  };
  const byName = Map.groupBy(templates, ({ name }) => name.trim().toLowerCase());
  return [...byName.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => rank(a) - rank(b));
    return first === undefined ? [] : [[first, ...others] as const];
  });
}

function baseOf(lang: string | null): string | null {
  const base = lang?.toLowerCase().split("-")[0] ?? "";
  return base === "" ? null : base;
}

function isNorwegian(lang: string | null): boolean {
  return lang === "no" || lang === "nb" || lang === "nn";
}
