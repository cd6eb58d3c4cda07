import { createInvitation } from "@flowdesk/server/account/invitation.ts";
import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AccountServer, deskId, postWithHost, startAccountServer, tokenOf } from "./account-server.ts";

const enter = "/api/enter";
const offered = "/api/enter/roles";
const people: ReadonlyArray<readonly [role: Role, name: string]> = [
  ["flow-manager", "Karen Møller"],
  ["analyst", "Nora Lie"],
];

let server: AccountServer;
beforeEach(async () => {
  server = await startAccountServer();
  await demonstrate(server);
});
afterEach(() => server.close());

/** A demonstration with a person for each role, whose links are offered. */
async function demonstrate(on: AccountServer): Promise<void> {
  on.demonstrate(true);
  for (const [role, name] of people) {
    const user = await on.accounts.auth.createUser({ name, email: null, password: null });
    await on.desk.submit(deskId, {
      id: `add-${role}`,
      type: "member.add",
      data: { member: `demo-${role}`, name, user, roles: [role] },
      actor: { kind: "system", id: "demonstration" },
      lane: "people",
    });
  }
  on.accounts.roleLinks.offer(
    deskId,
    people.map(([role]) => ({ role, member: `demo-${role}` })),
  );
}

async function tokenFor(role: Role, on = server): Promise<string> {
  const link = (await on.accounts.roleLinks.printed()).find((one) => one.role === role)?.link;
  if (link === undefined) throw new Error(`There is no link for ${role}.`);
  return tokenOf(link);
}

const offer = async (headers: Record<string, string> = {}) =>
  (await server.client().post(offered, {}, headers)).body as unknown as RolesOffered;

describe("a person of a demonstration", () => {
  test("never becomes a member of another desk, nor takes a password: anybody may be that person", async () => {
    const client = server.client();
    await client.post(enter, { token: await tokenFor("flow-manager") });
    expect((await client.get("/api/me")).body).toMatchObject({ user: { demonstration: true } });
    const invitation = tokenOf(await createInvitation(server.accounts, { desk: deskId, roles: ["administrator"] }));
    const accepted = await client.post("/api/invitations/accept", { token: invitation });
    expect([accepted.status, accepted.body.error?.code]).toEqual([409, "account.demonstration"]);
    const credentials = { email: "k@example.org", password: "long enough to be one" };
    expect((await client.post("/api/account/credentials", credentials)).body.error?.code).toBe("account.demonstration");
    const own = await client.post("/api/invitations/accept", { token: invitation, name: "Own", ...credentials });
    expect(own.status).toBe(200);
    expect((await client.get("/api/me")).body).toMatchObject({ user: { name: "Own", hasPassword: true } });
  });
});

describe("a role link", () => {
  test("signs the person of its role in, at work, and stays out of logs, caches and referrers", async () => {
    const client = server.client();
    const token = await tokenFor("flow-manager");
    const { status, headers, body } = await client.post(enter, { token });
    expect([status, body]).toEqual([200, { desk: deskId, member: "demo-flow-manager" }]);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect((await client.get("/api/me")).body).toMatchObject({
      user: { name: "Karen Møller", email: null },
      desks: [{ id: deskId, roles: ["flow-manager"] }],
    });
    expect(server.desk.members.get("demo-flow-manager")?.shift).toBe("on");
    expect(server.logged.join()).not.toContain(token.slice(-64));
  });

  test("works as often as one likes, in any browser, and changes the role of one that is in", async () => {
    const [first, second] = [server.client(), server.client()];
    for (const client of [first, second, first])
      expect((await client.post(enter, { token: await tokenFor("flow-manager") })).status).toBe(200);
    await first.post(enter, { token: await tokenFor("analyst") });
    expect((await first.get("/api/me")).body).toMatchObject({ user: { name: "Nora Lie" } });
    expect((await second.get("/api/me")).body).toMatchObject({ user: { name: "Karen Møller" } });
  });

  test("is offered on the first page with the person's name", async () => {
    const { people: found, refused } = await offer();
    expect(refused).toBeNull();
    expect(found.map(({ role, name }) => [role, name])).toEqual(people);
    const token = found[0]?.token;
    expect((await server.client().post(enter, { token })).status).toBe(200);
  });

  test("is another at every start; the old ones let nobody in", async () => {
    const before = await tokenFor("analyst");
    server.accounts.roleLinks.offer(deskId, [{ role: "analyst", member: "demo-analyst" }]);
    expect((await server.client().post(enter, { token: before })).body.error?.code).toBe("enter.unknown");
    expect((await server.client().post(enter, { token: await tokenFor("analyst") })).status).toBe(200);
  });

  test("with a wrong secret, of another desk, or of no form lets nobody in", async () => {
    const token = await tokenFor("analyst");
    const wrong = [`${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`, `other-${token}`, "x", `${token}0`];
    for (const one of wrong)
      expect((await server.client().post(enter, { token: one })).body.error?.code).toBe("enter.unknown");
  });

  test("A2: lets nobody in who was removed from the demonstration, and is offered no more", async () => {
    const token = await tokenFor("analyst");
    await server.desk.submit(deskId, {
      id: "keep",
      type: "member.add",
      data: { member: "admin", name: "A", roles: ["administrator"] },
      actor: { kind: "system", id: "test" },
      lane: "people",
    });
    await server.desk.submit(deskId, {
      id: "out",
      type: "member.remove",
      data: { member: "demo-analyst" },
      actor: { kind: "system", id: "test" },
      lane: "people",
    });
    expect((await server.client().post(enter, { token })).body.error?.code).toBe("enter.unknown");
    expect((await offer()).people.map(({ role }) => role)).toEqual(["flow-manager"]);
  });

  test("does nothing on a desk that is no demonstration", async () => {
    const token = await tokenFor("flow-manager");
    server.demonstrate(false);
    expect((await server.client().post(enter, { token })).body.error?.code).toBe("enter.no.demonstration");
    expect(await offer()).toMatchObject({ people: [], refused: { code: "enter.no.demonstration" } });
    expect(await server.accounts.roleLinks.printed()).toEqual([]);
  });

  test("is refused to what was passed on by a proxy or a tunnel", async () => {
    const token = await tokenFor("flow-manager");
    const headers = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "via", "x-real-ip"];
    for (const header of [...headers, "cf-ray", "x-original-host", "x-client-ip"]) {
      const said = { [header]: "127.0.0.1" };
      const { status, body } = await server.client().post(enter, { token }, said);
      expect([status, body.error?.code]).toEqual([403, "enter.forwarded"]);
      expect(await offer(said)).toMatchObject({ people: [], refused: { code: "enter.forwarded" } });
    }
  });

  test("is refused under a name that is not the machine's own", async () => {
    const token = await tokenFor("flow-manager");
    const { port } = new URL(server.origin);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "192.168.1.7"]) {
      const { status, code } = await postWithHost(server.origin, enter, { token }, { host });
      expect([status, code]).toEqual([403, "enter.loopback.only"]);
      expect((await postWithHost(server.origin, offered, {}, { host })).status).toBe(200);
    }
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`])
      expect((await postWithHost(server.origin, enter, { token }, { host })).status).toBe(200);
  });

  test("is refused where the server can be reached from elsewhere, or is said to be", async () => {
    for (const reach of [{ isBoundToLoopback: false }, { origin: "https://desk.example.org" }]) {
      const open = await startAccountServer(reach);
      try {
        await demonstrate(open);
        expect(await open.accounts.roleLinks.printed()).toEqual([]);
        expect((await open.accounts.roleLinks.whyNever())?.code).toBe("enter.loopback.only");
        const own = { origin: new URL(reach.origin ?? open.origin).origin };
        const { body } = await open.client().post(offered, {}, own);
        expect(body).toMatchObject({ people: [], refused: { code: "enter.loopback.only" } });
      } finally {
        await open.close();
      }
    }
  });

  test("is never exchanged by GET, nor from another page, nor told to one that does not say which it is", async () => {
    const token = await tokenFor("analyst");
    const client = server.client();
    expect((await client.get(`${enter}?token=${token}`)).status).toBe(404);
    expect((await client.get(offered)).status).toBe(404);
    const other = { origin: "https://evil.example" };
    expect((await client.post(enter, { token }, other)).body.error?.code).toBe("origin.refused");
    expect((await client.post(offered, {}, other)).body.error?.code).toBe("origin.refused");
    const bare = await fetch(`${server.origin}${offered}`, { method: "POST" });
    expect(await bare.json()).toMatchObject({ people: [], refused: { code: "origin.refused" } });
    expect(client.cookie).toBeNull();
  });
});
