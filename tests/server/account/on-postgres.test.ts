import { createAuth } from "@flowdesk/server/account/auth.ts";
import { Rates } from "@flowdesk/server/account/rate.ts";
import { sharedSecret } from "@flowdesk/server/account/shared-secret.ts";
import { StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { openStorage, type Storage } from "@flowdesk/server/storage/open-storage.ts";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../../fixtures/postgres.ts";

let database: TestDatabase;
/** Two servers on one database. */
let nodes: readonly Storage[];

beforeAll(async () => {
  database = await testDatabase();
  const open = () =>
    openStorage({
      data: "/nowhere",
      database: database.url,
      onFatal: (error) => {
        throw error;
      },
    });
  nodes = await Promise.all([open(), open()]);
});
afterAll(async () => {
  for (const { store } of nodes) await store.close();
  await database.drop();
});

async function authOn(place: 0 | 1) {
  const storage = nodes[place];
  if (storage === undefined) throw new Error("not open");
  return createAuth({
    db: storage.accounts,
    engine: storage.engine,
    secret: await sharedSecret(storage.accounts),
    origin: "http://127.0.0.1:3000",
    trustedOrigins: ["http://127.0.0.1:3000"],
    rates: new Rates(),
    log: { warn: () => {}, error: () => {} },
    sessionEnded: async () => {},
  });
}

const cookieOf = (lines: readonly string[]) =>
  new Headers({ cookie: lines.map((line) => line.split(";")[0]).join("; ") });

describe("Accounts in PostgreSQL", () => {
  test("a session begun by one server is good on the other, and ends on both", async () => {
    const [here, there] = await Promise.all([authOn(0), authOn(1)]);
    const user = (await here.createUser({ name: "Anna", email: "anna@example.org", password: "ten letters" })) ?? "";
    expect(await there.createUser({ name: "Anna", email: "anna@example.org", password: null })).toBeNull();
    const headers = cookieOf(await here.enter(user, new Headers()));
    expect((await there.session(headers, false))?.session.user).toEqual({
      id: user,
      name: "Anna",
      email: "anna@example.org",
    });
    expect(await there.hasPassword(user)).toBe(true);
    await there.removeUser(user);
    expect(await here.session(headers, false)).toBeNull();
  });

  test("of many who take one address at once one gets it", async () => {
    const both = await Promise.all([authOn(0), authOn(1)]);
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        both[n % 2]?.createUser({ name: "Bo", email: "bo@example.org", password: "ten letters" }),
      ),
    );
    expect(made.filter((user) => typeof user === "string")).toHaveLength(1);
  });

  test("a database that is away signs nobody out: it is said that nobody can tell", async () => {
    const auth = await authOn(0);
    const user = (await auth.createUser({ name: "Cia", email: null, password: null })) ?? "";
    const headers = cookieOf(await auth.enter(user, new Headers()));
    await database.block();
    await expect(auth.session(headers, false)).rejects.toThrow(StoreUnavailable);
    const signIn = new Request("http://127.0.0.1:3000/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://127.0.0.1:3000" },
      body: JSON.stringify({ email: "cia@example.org", password: "ten letters" }),
    });
    // The library says it on the terminal as well.
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => said.mockRestore());
    await expect(auth.handle(signIn)).rejects.toThrow(StoreUnavailable);
    await database.unblock();
    expect((await auth.session(headers, false))?.session.user.id).toBe(user);
  });
});
