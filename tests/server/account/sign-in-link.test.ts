import { createSignInLink, needsSignInLink } from "@flowdesk/server/account/sign-in-link.ts";
import { roles } from "@flowdesk/shared/desk/role.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AccountServer, deskId, postWithHost, startAccountServer, tokenOf } from "./account-server.ts";
import { anna, bo, enteredByLink, signedUp } from "./people.ts";

let server: AccountServer;
beforeEach(async () => {
  server = await startAccountServer();
});
afterEach(() => server.close());

const enter = "/api/enter";

async function newToken(): Promise<string> {
  return tokenOf(await createSignInLink(server.accounts, { desk: deskId, name: "First" }));
}

describe("the sign-in link", () => {
  test("signs the first administrator in, with every role and no password", async () => {
    const link = await createSignInLink(server.accounts, { desk: deskId, name: "First" });
    expect(new URL(link)).toMatchObject({ origin: server.origin, pathname: "/enter", search: "" });
    const client = server.client();
    const { status, headers, body } = await client.post(enter, { token: tokenOf(link) });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly/i);
    const me = (await client.get("/api/me")).body;
    expect(me).toMatchObject({
      user: { name: "First", email: null, hasPassword: false },
      desks: [{ id: deskId, member: body.member, roles: roles.filter((role) => role !== "source") }],
    });
  });

  test("works once, and for one of many at once", async () => {
    const token = await newToken();
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.client().post(enter, { token })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await server.client().post(enter, { token })).body.error?.code).toBe("enter.used");
    expect([...server.desk.members.values()]).toHaveLength(1);
  });

  test("expires after a day", async () => {
    const token = await newToken();
    server.clock.now += day;
    expect((await server.client().post(enter, { token })).body.error?.code).toBe("enter.expired");
  });

  test("made again, signs the same person in", async () => {
    const first = await (await enteredByLink(server)).get("/api/me");
    const second = await (await enteredByLink(server)).get("/api/me");
    expect(second.body.user).toEqual(first.body.user);
    expect([...server.desk.members.values()]).toHaveLength(1);
  });

  test("A2: lets nobody in who was removed since it was made", async () => {
    const client = await enteredByLink(server);
    const token = await newToken();
    const [first] = server.desk.members.values();
    await signedUp(server, anna, "administrator");
    const removal = { type: "member.remove", data: { member: first?.id }, lane: "people" } as const;
    await server.desk.submit(deskId, { id: "out", actor: { kind: "system", id: "test" }, ...removal });
    expect((await server.client().post(enter, { token })).body.error?.code).toBe("enter.unknown");
    expect((await client.get("/api/me")).body.desks).toEqual([]);
  });

  test("is refused to what was passed on by a proxy", async () => {
    const token = await newToken();
    for (const header of [
      "x-forwarded-for",
      "x-forwarded-host",
      "x-forwarded-proto",
      "forwarded",
      "via",
      "x-real-ip",
    ]) {
      const { status, body } = await server.client().post(enter, { token }, { [header]: "127.0.0.1" });
      expect(status).toBe(403);
      expect(body.error?.code).toBe("enter.loopback.only");
    }
    expect((await server.client().post(enter, { token })).status).toBe(200);
  });

  test("is refused under a name that is not the machine's own", async () => {
    const token = await newToken();
    const { port } = new URL(server.origin);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "localhost@evil.example"]) {
      const { status, code } = await postWithHost(server.origin, enter, { token }, { host });
      expect([status, code]).toEqual([403, "enter.loopback.only"]);
    }
    const { status } = await postWithHost(server.origin, enter, { token }, { host: `localhost:${port}` });
    expect(status).toBe(200);
  });

  test("is refused where the server can be reached from elsewhere", async () => {
    const open = await startAccountServer({ isBoundToLoopback: false });
    try {
      const token = tokenOf(await createSignInLink(open.accounts, { desk: deskId, name: "First" }));
      expect((await open.client().post(enter, { token })).body.error?.code).toBe("enter.loopback.only");
    } finally {
      await open.close();
    }
  });

  test("is never exchanged by GET, nor from another page", async () => {
    const token = await newToken();
    const client = server.client();
    expect((await client.get(`${enter}?token=${token}`)).status).toBe(404);
    const other = await client.post(enter, { token }, { origin: "https://evil.example" });
    expect(other.body.error?.code).toBe("origin.refused");
    expect(client.cookie).toBeNull();
    expect((await client.post(enter, { token })).status).toBe(200);
  });
});

describe("giving an account its e-mail and password", () => {
  const credentials = "/api/account/credentials";

  test("makes links needless", async () => {
    const client = await enteredByLink(server);
    expect(await needsSignInLink(server.accounts)).toBe(true);
    expect((await client.post(credentials, { email: "Bo@Example.org", password: bo.password })).status).toBe(200);
    expect(await needsSignInLink(server.accounts)).toBe(false);
    const other = server.client();
    await other.post("/api/auth/sign-in/email", { email: bo.email, password: bo.password });
    expect((await other.get("/api/me")).body).toMatchObject({ user: { name: "First", email: bo.email } });
    const again = await client.post(credentials, { email: bo.email, password: anna.password });
    expect(again.body.error?.code).toBe("account.has.password");
  });

  test("needs a session, an e-mail that nobody has, and a password of ten characters", async () => {
    await signedUp(server, anna, "analyst");
    expect((await server.client().post(credentials, { ...bo })).body.error?.code).toBe("unauthenticated");
    const client = await enteredByLink(server);
    const taken = await client.post(credentials, { email: anna.email, password: bo.password });
    expect(taken.body.error?.code).toBe("account.exists");
    const short = await client.post(credentials, { email: bo.email, password: "ninechars" });
    expect(short.body.error?.code).toBe("request.invalid");
    expect((await client.get("/api/me")).body).toMatchObject({ user: { email: null, hasPassword: false } });
  });
});
