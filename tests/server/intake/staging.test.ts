import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeStagingFolder, removeStagingFolder, stagingIn } from "@flowdesk/server/intake/staging.ts";
import { afterAll, expect, test } from "vitest";

const data = mkdtempSync(join(tmpdir(), "flowdesk-test-data-"));
afterAll(() => rmSync(data, { recursive: true }));

function left(name: string): string {
  const folder = join(data, "staging", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "staged.sqlite"), "half");
  return folder;
}

test("what killed processes left is swept, what runs is kept", () => {
  const root = stagingIn(data);
  const ours = makeStagingFolder(root);
  const [killed, before, alive, other] = [
    left("flowdesk-staging-4194303-a"),
    left(`flowdesk-staging-${process.pid}-before`),
    left(`flowdesk-staging-${process.ppid}-a`),
    left("of-somebody-else"),
  ];
  expect(stagingIn(data)).toBe(root);
  expect([killed, before, alive, other, ours].map((folder) => existsSync(folder))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  removeStagingFolder(ours);
  expect(existsSync(ours)).toBe(false);
});
