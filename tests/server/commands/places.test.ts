import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { requirePlaces } from "@flowdesk/server/commands/places.ts";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { deskWithTokens, flowdeskIn, temporaryFolder } from "../../fixtures/served.ts";

const folder = temporaryFolder();
afterEach(() => vi.unstubAllEnvs());
afterAll(() => folder.remove());

function refused(places: Parameters<typeof requirePlaces>[0]): { code: string; message: string } {
  try {
    requirePlaces(places);
  } catch (error) {
    return error as { code: string; message: string };
  }
  return { code: "none", message: "" };
}

describe("Where a command's desks are", () => {
  test("is a data folder with a name, which is no address", () => {
    for (const data of ["", " ", "\t"]) expect(refused({ data }).code).toBe("data.place");
    for (const data of ["postgres://me:s3cret@h/x", "postgres:/me:s3cret@h/x", "mysql://me:s3cret@h/x"]) {
      expect(refused({ data }).code).toBe("data.place");
      expect(refused({ data }).message).toMatch(/named with --database/u);
      expect(refused({ data }).message).not.toContain("s3cret");
    }
    for (const data of [undefined, "./data", "C:/desks", "evening: saturday"])
      expect(refused({ data }).code).toBe("none");
  });

  test("or a database at an address that can be read", () => {
    for (const database of ["", "festival", "postgres://me:1/s3cret@h/x"])
      expect(refused({ data: "./data", database }).code).toBe("database.address");
    expect(refused({ data: "./data", database: "postgres://me:s3cret@h/x" }).code).toBe("none");
  });

  test("is looked at before anything is made there", async () => {
    const made = ["desk", "create", "care", "--name", "Care", "--zone", "UTC"];
    const told = await Promise.all([
      flowdeskIn(folder.path, ...made, "--data", ""),
      flowdeskIn(folder.path, "serve", "--port", "0", "--data", "postgres://me:s3cret@h/x"),
      flowdeskIn(folder.path, ...made, "--data", "new", "--database", "postgres://me:1/s3cret@h/x"),
    ]);
    expect(told.map(({ status, stdout }) => [status, stdout])).toEqual(told.map(() => [1, ""]));
    expect(told.map(({ stderr }) => /\(([a-z.]+)\)\n$/u.exec(stderr)?.[1])).toEqual([
      "data.place",
      "data.place",
      "database.address",
    ]);
    expect(told.map(({ stderr }) => stderr).join("")).not.toMatch(/s3cret|\n {4}at /u);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("is said by the line of the command before the environment", async () => {
    const own = temporaryFolder();
    try {
      const at = (name: string) => join(own.path, name);
      mkdirSync(at("mine"));
      await deskWithTokens(at("mine"), "care");
      vi.stubEnv("FLOWDESK_DATABASE", "postgres://me:s3cret@127.0.0.1:1/x");
      const told = await Promise.all([
        flowdeskIn(own.path, "backup", "--data", "mine", "--to", "kept", "--json"),
        flowdeskIn(own.path, "token", "create", "--data", "mine", "--desk", "care", "--role", "source"),
        flowdeskIn(own.path, "backup", "--data", "mine", "--database", "postgres://me@127.0.0.1:1/y", "--to", "both"),
        // The environment alone, and a server on a database that is given a folder of its own beside it.
        flowdeskIn(own.path, "backup", "--to", "theirs"),
        flowdeskIn(own.path, "serve", "--data", "node", "--port", "0"),
      ]);
      expect(told.map(({ stderr }) => /\(([a-z.]+)\)\n$/u.exec(stderr)?.[1] ?? stderr)).toEqual([
        "",
        "",
        "data.place",
        "database.unreachable",
        "database.unreachable",
      ]);
      expect(JSON.parse(told[0]?.stdout ?? "")).toMatchObject({
        tables: expect.arrayContaining([{ table: "desks", rows: 1 }]),
      });
      expect(told[2]?.stderr).toMatch(/--data.*--database/u);
      expect(readdirSync(own.path).sort()).toEqual(["kept", "mine", "node"]);
      expect(readdirSync(at("node"))).not.toContain("flowdesk.db");
    } finally {
      own.remove();
    }
  });

  test("is served at a port that is a number, and not at any for an empty one", async () => {
    const { status, stderr } = await flowdeskIn(folder.path, "serve", "--port", "", "--data", "new");
    expect([status, stderr]).toEqual([1, expect.stringContaining("from 0 to 65535")]);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
