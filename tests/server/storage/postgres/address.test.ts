import { readAddress } from "@flowdesk/server/storage/postgres/address.ts";
import type { DatabaseUnusable } from "@flowdesk/server/storage/postgres/unusable.ts";
import { describe, expect, test } from "vitest";

function refused(address: string): string {
  try {
    return `${address} was read as ${readAddress(address).where}`;
  } catch (error) {
    const { code, message } = error as DatabaseUnusable;
    expect(code, address).toBe("database.address");
    return message;
  }
}

describe("The address of a database", () => {
  test("is told as its host, port and name alone", () => {
    for (const [address, where] of [
      ["postgres://me:s3cret@db.example.org:5433/desks?application_name=s3cret", "db.example.org:5433/desks"],
      ["postgresql://me:p%2Fw%23@[::1]:5432/desks", "[::1]:5432/desks"],
      ["postgres://db:5432/desks?user=me&password=s3cret&port=6000", "db:6000/desks"],
      ["postgres:///desks?host=/run/postgresql", "/run/postgresql/desks"],
      ["postgres://me:s3cret@/desks?host=/run/postgresql", "/run/postgresql/desks"],
      ["postgres://me:s3cret@/desks", "localhost/desks"],
      ["postgres:///desks", "this machine/desks"],
      ["postgres://me:50%off@db/desks", "db/desks"],
      ["postgres://me:s3@cret@db/desks", "db/desks"],
    ] as const)
      expect(readAddress(address).where).toBe(where);
  });

  test("whose password has what ends it is refused, with what to write for that", () => {
    for (const address of [
      "postgres://me:1/s3cret@h/x",
      "postgres://me:s3cret/w@h/x",
      "postgres://me:s3cret@/w@h/x",
      "postgres://postgres:12#s3cret@h/x",
      "postgres://me:12?s3cret@h/x",
      "postgres://o'r:p@s/s3cret:w#rd %41@h/odd",
      "postgres://me:s3cret%ab@h/x",
      "postgres://me:s3cret@h:port/x",
    ]) {
      expect(refused(address)).toMatch(/percent-encoded.*%2F for \//u);
      expect(refused(address)).not.toMatch(/s3cret|me:/u);
    }
  });

  test("that is none is refused without being repeated", () => {
    for (const address of ["", " ", "s3cret", "me:s3cret@h/x", "postgres:/me:s3cret@h/x", "mysql://me:s3cret@h/x"]) {
      expect(refused(address)).toMatch(/of the form postgres:\/\/user/u);
      expect(refused(address)).not.toContain("s3cret");
    }
    expect(refused("postgres://h/x?port=s3cret")).toMatch(/port .* no number/u);
  });

  test("has one meaning for each sslmode, of which the driver does not warn", () => {
    const given = (options: string) => {
      const { href, withoutTls } = readAddress(`postgres://h/x?${options}`);
      return [href, withoutTls].map((address) => address?.slice("postgres://h/x?".length));
    };
    for (const mode of ["require", "verify-ca", "verify-full"])
      expect(given(`sslmode=${mode}`)).toEqual(["sslmode=verify-full", undefined]);
    expect(given("sslmode=prefer")).toEqual(["sslmode=no-verify", "sslmode=disable"]);
    for (const mode of ["disable", "no-verify"])
      expect(given(`sslmode=${mode}`)).toEqual([`sslmode=${mode}`, undefined]);
    expect(given("sslmode=require&uselibpqcompat=true")).toEqual(["sslmode=require&uselibpqcompat=true", undefined]);
    expect(given("ssl=false")).toEqual(["ssl=0", undefined]);
    expect(given("options=-c%20search_path%3Dmine")).toEqual(["options=-c%20search_path%3Dmine", undefined]);
    for (const odd of ["sslmode=s3cret", "sslmode=", "sslmode=allow", "ssl=s3cret", "sslnegotiation=s3cret"]) {
      expect(refused(`postgres://h/x?${odd}`)).toMatch(/address's ssl/u);
      expect(refused(`postgres://h/x?${odd}`)).not.toContain("s3cret");
    }
    expect(refused("postgres://h/x?sslnegotiation=direct&sslmode=prefer")).toMatch(/sslmode=verify-full/u);
    expect(refused("postgres://h/x?sslmode=verify-ca&uselibpqcompat=true")).toMatch(/sslrootcert/u);
  });
});
