import { findToken } from "@flowdesk/server/account/find-token.ts";
import { createToken } from "@flowdesk/server/account/token.ts";
import { StorageFull, StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AccountServer, deskId, startAccountServer } from "./account-server.ts";
import { anna, enteredByLink, signedUp } from "./people.ts";

let server: AccountServer;
beforeEach(async () => {
  server = await startAccountServer();
});
afterEach(() => server.close());

const ofDesk = `/api/desks/${deskId}/tokens`;

async function bot(): Promise<{ token: string; id: string }> {
  const token = await createToken(server.accounts, { desk: deskId, name: "Importer", roles: ["source"] });
  return { token, id: token.split("_")[2] ?? "" };
}

/** The server's database, whose updates come to what `update` does. */
function updatingBy(update: () => Promise<void>) {
  let tried = 0;
  const statement = {
    set: () => statement,
    where: () => statement,
    execute: () => {
      tried += 1;
      return update();
    },
  };
  const db = new Proxy(server.accounts.db, {
    get: (real, name) => {
      const property: unknown = Reflect.get(real, name, real);
      if (name === "updateTable") return () => statement;
      return typeof property === "function" ? property.bind(real) : property;
    },
  });
  return { db, tried: () => tried };
}

describe("an access token", () => {
  test("names its desk, and is a member of it", async () => {
    const { token, id } = await bot();
    expect(token).toMatch(/^fd_care-team_[0-9a-f]{16}_[0-9a-f]{64}$/);
    expect(server.desk.members.get(`t-${id}`)).toMatchObject({ name: "Importer", program: true, roles: ["source"] });
    const identity = { kind: "token", desk: deskId, member: `t-${id}`, token: id };
    expect(await server.accounts.identities.ofToken(token)).toEqual(identity);
    expect(await server.accounts.identities.ofRequest({ authorization: `Bearer ${token}` })).toEqual(identity);
  });

  test("is nothing when anything of it is another", async () => {
    const { token, id } = await bot();
    const [, , , secret = ""] = token.split("_");
    for (const text of [
      "",
      "fd",
      token.slice(0, -1),
      `${token}0`,
      token.toUpperCase(),
      `fd_other_${id}_${secret}`,
      `fd_${deskId}_${"0".repeat(16)}_${secret}`,
      `fd_${deskId}_${id}_${"0".repeat(64)}`,
    ]) {
      expect(await server.accounts.identities.ofToken(text)).toBeNull();
    }
    const headers = { authorization: `Basic ${token}`, cookie: "flowdesk.session_token=x" };
    expect(await server.accounts.identities.ofRequest(headers)).toBeNull();
  });

  test("signs in while nothing can be written: only when it was used is not noted, which is said once", async () => {
    const { token, id } = await bot();
    for (const why of [new StorageFull("no room"), new StoreUnavailable("read only"), new Error("anything")]) {
      const { db, tried } = updatingBy(() => Promise.reject(why));
      for (let time = 0; time < 3; time++)
        expect(await findToken({ ...server.accounts, db }, token)).toMatchObject({ kind: "token", token: id });
      expect(tried()).toBe(1);
      expect(server.logged.splice(0)).toEqual([expect.stringContaining(why.message)]);
      server.clock.now += minute;
    }
    const client = await enteredByLink(server);
    await server.accounts.identities.ofToken(token);
    const lastUsedAt = new Date(server.clock.now).toISOString();
    expect((await client.get(ofDesk)).body.tokens).toMatchObject([{ lastUsedAt }]);
  });

  test("signs in while its use is being noted, of which one note at a time is under way", async () => {
    const { token, id } = await bot();
    const { promise, resolve } = Promise.withResolvers<void>();
    const { db, tried } = updatingBy(() => promise);
    for (let time = 0; time < 3; time++)
      expect(await findToken({ ...server.accounts, db }, token)).toMatchObject({ kind: "token", token: id });
    expect(tried()).toBe(1);
    resolve();
  });

  test("is made by an administrator and shown once", async () => {
    const client = await enteredByLink(server);
    const made = await client.post(ofDesk, { name: "Importer", roles: ["source"] });
    const { id, token } = made.body as { id: string; token: string };
    expect(await server.accounts.identities.ofToken(token)).toMatchObject({ token: id });
    const listed = await client.get(ofDesk);
    expect(listed.body.tokens).toMatchObject([
      { id, member: `t-${id}`, name: "Importer", roles: ["source"], revokedAt: null },
    ]);
    expect(JSON.stringify(listed.body)).not.toContain(token.split("_")[3]);
    expect(server.logged.join("\n")).not.toContain(token.split("_")[3]);
  });

  test("A2: signs nobody in from the moment it is revoked, and its member is out", async () => {
    const client = await enteredByLink(server);
    const { token, id } = await bot();
    expect(await server.accounts.identities.ofToken(token)).not.toBeNull();
    expect((await client.delete(`${ofDesk}/${id}`)).status).toBe(200);
    expect(await server.accounts.identities.ofToken(token)).toBeNull();
    expect(server.desk.members.get(`t-${id}`)?.removedAt).not.toBeNull();
    expect((await client.delete(`${ofDesk}/${id}`)).status).toBe(200);
    expect((await client.delete(`${ofDesk}/0000000000000000`)).body.error?.code).toBe("token.unknown");
  });

  test("A2: is revoked even where the desk does not answer, which is asked again", async () => {
    const client = await enteredByLink(server);
    const { token, id } = await bot();
    await server.accounts.identities.ofToken(token);
    server.desk.failNext = { ok: false, error: reject("desk.unavailable", "Send this again.") };
    expect((await client.delete(`${ofDesk}/${id}`)).status).toBe(503);
    expect(await server.accounts.identities.ofToken(token)).toBeNull();
    expect((await client.delete(`${ofDesk}/${id}`)).status).toBe(200);
    expect(server.desk.members.get(`t-${id}`)?.removedAt).not.toBeNull();
  });

  test("that was revoked by another process is known to be for a second at most", async () => {
    const { token, id } = await bot();
    expect(await server.accounts.identities.ofToken(token)).not.toBeNull();
    const { revokeToken } = await import("@flowdesk/server/account/token.ts");
    await revokeToken(server.accounts, { desk: deskId, id, by: { kind: "system", id: "test" } });
    server.clock.now += 1_000;
    expect(await server.accounts.identities.ofToken(token)).toBeNull();
  });

  test("A2: signs nobody in from its end on, and whoever has its secret is told so", async () => {
    const client = await enteredByLink(server);
    const end = server.clock.now + 10_000;
    const until = new Date(end).toISOString();
    const made = await client.post(ofDesk, { name: "Tonight", roles: ["administrator"], until });
    const { id, token } = made.body as { id: string; token: string };
    expect((await client.get(ofDesk)).body.tokens).toMatchObject([{ id, until }]);
    const program = server.client();
    program.headers = { authorization: `Bearer ${token}` };
    server.clock.now = end - 1;
    expect((await program.get(ofDesk)).status).toBe(200);
    server.clock.now = end;
    expect(await server.accounts.identities.ofToken(token)).toBeNull();
    expect(await program.get(ofDesk)).toMatchObject({ status: 401, body: { error: { code: "token.expired" } } });
    program.headers = { authorization: `Bearer ${token.slice(0, -64)}${"0".repeat(64)}` };
    expect((await program.get(ofDesk)).body.error?.code).toBe("unauthenticated");
    const later = { until: new Date(end + minute).toISOString() };
    expect((await client.patch(`${ofDesk}/${id}`, later)).body.error?.code).toBe("token.expired");
  });

  test("takes another name and another end, and loses its end again", async () => {
    const client = await enteredByLink(server);
    const { id, token } = await bot();
    const listed = async () => ((await client.get(ofDesk)).body.tokens as object[])[0];
    const until = new Date(server.clock.now + minute).toISOString();
    expect((await client.patch(`${ofDesk}/${id}`, { name: " Ticket shop ", until })).status).toBe(200);
    expect(await listed()).toMatchObject({ name: "Ticket shop", until });
    expect(server.desk.members.get(`t-${id}`)).toMatchObject({ name: "Ticket shop", accessUntil: until });
    expect((await client.patch(`${ofDesk}/${id}`, { name: "Ticket shop", until: null })).status).toBe(200);
    expect(await listed()).not.toHaveProperty("until");
    server.clock.now += 2 * minute;
    expect(await server.accounts.identities.ofToken(token)).not.toBeNull();
    const past = { until: new Date(server.clock.now).toISOString() };
    expect((await client.patch(`${ofDesk}/${id}`, past)).body.error?.code).toBe("time.past");
    expect((await client.patch(`${ofDesk}/${id}`, { name: " " })).body.error?.code).toBe("request.invalid");
    await client.delete(`${ofDesk}/${id}`);
    expect((await client.patch(`${ofDesk}/${id}`, { name: "Gone" })).body.error?.code).toBe("token.unknown");
  });

  test("is not there if the desk did not take its member", async () => {
    server.desk.failNext = { ok: false, error: reject("storage.full", "The disk is full.") };
    await expect(bot()).rejects.toMatchObject({ code: "storage.full", status: 503 });
    const client = await enteredByLink(server);
    expect((await client.get(ofDesk)).body.tokens).toEqual([]);
  });

  test("notes its last use, to the minute", async () => {
    const client = await enteredByLink(server);
    const { token } = await bot();
    const used = async () => ((await client.get(ofDesk)).body.tokens as { lastUsedAt: string | null }[])[0]?.lastUsedAt;
    expect(await used()).toBeNull();
    const first = new Date(server.clock.now).toISOString();
    await server.accounts.identities.ofToken(token);
    server.clock.now += minute - 1;
    await server.accounts.identities.ofToken(token);
    expect(await used()).toBe(first);
    server.clock.now += 1_001;
    await server.accounts.identities.ofToken(token);
    expect(await used()).toBe(new Date(server.clock.now).toISOString());
  });
});

describe("A1: a desk's tokens", () => {
  test("are the administrators'", async () => {
    const manager = await signedUp(server, anna, "flow-manager");
    expect((await manager.get(ofDesk)).body.error?.code).toBe("forbidden");
    expect((await manager.post(ofDesk, { name: "Mine", roles: ["source"] })).body.error?.code).toBe("forbidden");
    expect((await manager.patch(`${ofDesk}/0000000000000000`, { name: "Mine" })).body.error?.code).toBe("forbidden");
    expect((await server.client().get(ofDesk)).body.error?.code).toBe("unauthenticated");
  });

  test("may be managed by a program with that role, in its own desk only", async () => {
    const program = server.client();
    const token = await createToken(server.accounts, { desk: deskId, name: "Admin", roles: ["administrator"] });
    program.headers = { authorization: `Bearer ${token}` };
    expect((await program.get(ofDesk)).status).toBe(200);
    expect((await program.get("/api/desks/other/tokens")).body.error?.code).toBe("desk.unknown");
    const { token: source } = await bot();
    program.headers = { authorization: `Bearer ${source}` };
    expect((await program.get(ofDesk)).body.error?.code).toBe("forbidden");
  });

  test("need a desk, a name and roles", async () => {
    const wanted = { desk: "other", name: "Importer", roles: ["source"] as const };
    await expect(createToken(server.accounts, wanted)).rejects.toMatchObject({ code: "desk.unknown" });
    const client = await enteredByLink(server);
    for (const body of [
      { name: "", roles: ["source"] },
      { name: "x", roles: [] },
      { name: "x", roles: ["king"] },
    ]) {
      expect((await client.post(ofDesk, body)).body.error?.code).toBe("request.invalid");
    }
  });
});
