import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => readFileSync(`${root}${file}`, "utf8"));

test("every code with which a folder, a database or a copy is refused stands in a table of docs/", () => {
  const found = (texts: readonly string[], pattern: RegExp) =>
    new Set(texts.flatMap((text) => text.match(pattern) ?? []));
  const code = /(?<=")(?:data|database|copy|restore)\.[a-z.]+(?=")/gu;
  const codes = found(read("server/src/{commands,storage}/**/*.ts"), code);
  const rows = read("docs/*.md").flatMap((text) => text.match(/^\| `.*$/gmu) ?? []);
  const told = found(rows, /(?<=`)[a-z.]+(?=`)/gu);
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((one) => !told.has(one))).toEqual([]);
});
