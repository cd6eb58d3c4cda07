import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSecret } from "@flowdesk/server/account/secret.ts";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flowdesk-secret-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("the secret is made once, also by many at once, and only its owner can read it", async () => {
  const data = join(folder, "data");
  const secrets = await Promise.all(Array.from({ length: 8 }, () => loadSecret(data)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(64);
  expect(await loadSecret(data)).toBe(secrets[0]);
  expect((await stat(join(data, "secret"))).mode & 0o777).toBe(0o600);
  expect(await readdir(data)).toEqual(["secret"]);
});

test("a secret that is none is said, and not replaced: that would sign everyone out", async () => {
  await writeFile(join(folder, "secret"), "short\n");
  await expect(loadSecret(folder)).rejects.toThrow("holds no secret");
});
