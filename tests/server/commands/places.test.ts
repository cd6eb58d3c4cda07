import { readdirSync } from "node:fs";
import { requirePlaces } from "@flowdesk/server/commands/places.ts";
import { afterAll, describe, expect, test } from "vitest";
import { flowdeskIn, temporaryFolder } from "../../fixtures/served.ts";

const folder = temporaryFolder();
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
});
