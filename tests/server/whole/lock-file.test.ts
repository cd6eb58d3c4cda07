import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8")) as {
  readonly packages: Record<string, LockedPackage>;
};

/** Where Node finds a package for the one at `from`: beside it, or beside any of those around it. */
function isLocked(from: string, name: string): boolean {
  for (let around = from; ; around = around.slice(0, Math.max(0, around.lastIndexOf("/node_modules/")))) {
    if (`${around === "" ? "" : `${around}/`}node_modules/${name}` in lock.packages) return true;
    if (around === "") return false;
  }
}

test("The lock file names every package of every platform: npm ci refuses a fresh clone otherwise", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${name}, of ${path}`),
  );
  expect(missing).toEqual([]);
});

test("The lock file names no server that packages come from: each machine has its own", () => {
  const resolved = Object.values(lock.packages).flatMap((locked) =>
    "resolved" in locked && !("link" in locked) ? [locked.resolved] : [],
  );
  expect(resolved).toEqual([]);
});
