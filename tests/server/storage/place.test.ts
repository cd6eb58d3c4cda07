import { readdirSync } from "node:fs";
import { openSource, openTarget, requireFolderAbove } from "@flowdesk/server/storage/copy/place.ts";
import { isAddress } from "@flowdesk/server/storage/is-address.ts";
import { describe, expect, test } from "vitest";

/** Addresses of which each has a password in it, whole or not. */
const addresses = [
  "postgres://me:s3cret@127.0.0.1:1/x",
  "postgres:/me:s3cret@127.0.0.1:1/x",
  "postgres:me:s3cret@127.0.0.1:1/x",
  " PostgreSQL:/me:s3cret@h/x",
  "mysql:/me:s3cret@h/x",
];

async function refusal(doing: () => unknown): Promise<{ code: string; message: string }> {
  const error = await Promise.resolve()
    .then(doing)
    .then(
      () => null,
      (refused: unknown) => refused as { code: string; message: string },
    );
  return error ?? { code: "none", message: "" };
}

describe("A place", () => {
  test("that looks like an address is one, and everything else a folder", () => {
    for (const address of addresses) expect(isAddress(address), address).toBe(true);
    for (const folder of ["data", "./a:b/c", "C:/desks", "/srv/postgres:/x", "2026-11-23T10:00"])
      expect(isAddress(folder), folder).toBe(false);
  });

  test("given as an address is never taken for a folder, nor its password repeated", async () => {
    const before = readdirSync(".");
    for (const address of addresses) {
      const told = [
        await refusal(() => openSource(address.replace("postgres://", "postgres:/"))),
        await refusal(() => openTarget(address.replace("postgres://", "postgres:/"))),
        await refusal(() => requireFolderAbove(address)),
      ];
      expect(told.map(({ code }) => code)).toEqual(["database.address", "database.address", "copy.place"]);
      for (const { message } of told) expect(message).not.toMatch(/s3cret|me:/u);
    }
    expect(readdirSync(".")).toEqual(before);
  });
});
