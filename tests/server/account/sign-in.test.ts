import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AccountServer, startAccountServer } from "./account-server.ts";
import { anna, bo, signedUp } from "./people.ts";

let server: AccountServer;
beforeEach(async () => {
  server = await startAccountServer();
});
afterEach(() => server.close());

const signIn = "/api/auth/sign-in/email";

describe("signing in", () => {
  test("gives a session that lasts, in a cookie that scripts and other sites cannot use", async () => {
    await signedUp(server, anna, "community-manager");
    const client = server.client();
    const { status, headers, body } = await client.post(signIn, {
      email: " Anna@Example.org ",
      password: anna.password,
    });
    expect(status).toBe(200);
    expect(body).toEqual({ ok: true });
    const [cookie = ""] = headers.getSetCookie();
    expect(cookie).toMatch(/^flowdesk\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Path=\//i);
    expect(cookie).toMatch(/Max-Age=604800/i);
    expect(cookie).not.toMatch(/Secure/i);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    const me = await client.get("/api/me");
    expect(me.body).toMatchObject({
      user: { name: anna.name, email: anna.email, hasPassword: true },
      desks: [{ id: "care-team", name: "Care", roles: ["community-manager"] }],
    });
  });

  test("sets cookies for encrypted connections only where the console has one", async () => {
    const secured = await startAccountServer({ origin: "https://desk.example.org" });
    try {
      await signedUpAt(secured, "https://desk.example.org");
    } finally {
      await secured.close();
    }
  });

  test("with a wrong password, or for nobody, is refused in the same words", async () => {
    await signedUp(server, anna, "analyst");
    const client = server.client();
    const wrong = await client.post(signIn, { email: anna.email, password: "not the password" });
    const nobody = await client.post(signIn, { email: "nobody@example.org", password: "not the password" });
    expect(wrong.status).toBe(401);
    expect(wrong.body.error?.code).toBe("sign-in.wrong");
    expect(nobody.status).toBe(wrong.status);
    expect(nobody.body).toEqual(wrong.body);
    expect(client.cookie).toBeNull();
  });

  test("is refused after twenty tries from an address in a minute, whatever it says it was forwarded for", async () => {
    const client = server.client();
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) {
      const headers = { "x-forwarded-for": `192.0.2.${i}`, "x-flowdesk-address": `192.0.2.${i}` };
      const { status } = await client.post(
        signIn,
        { email: `p${i}@example.org`, password: "guess number one" },
        headers,
      );
      statuses.push(status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(statuses[20]).toBe(429);
    const { headers, body } = await client.post(signIn, { email: "p@example.org", password: "guess number one" });
    expect(body.error?.code).toBe("too.many");
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("from another page is refused, with cookies and without", async () => {
    const client = await signedUp(server, anna, "analyst");
    for (const origin of ["https://evil.example", "null"]) {
      const { status, body } = await client.post("/api/auth/sign-out", {}, { origin });
      expect(status).toBe(403);
      expect(body.error?.code).toBe("origin.refused");
      const other = await server.client().post(signIn, { email: anna.email, password: anna.password }, { origin });
      expect(other.status).toBe(403);
      expect(other.headers.getSetCookie()).toEqual([]);
    }
    expect((await client.get("/api/me")).status).toBe(200);
  });

  test("with cookies but no word of the page is refused", async () => {
    const client = await signedUp(server, anna, "analyst");
    const response = await fetch(`${server.origin}/api/auth/sign-out`, {
      method: "POST",
      headers: { cookie: client.cookie ?? "", "content-type": "application/json" },
      body: "{}",
    });
    expect(response.status).toBe(403);
  });

  test("takes the loopback address by each of its names", async () => {
    await signedUp(server, anna, "analyst");
    const port = new URL(server.origin).port;
    const headers = { origin: `http://localhost:${port}` };
    expect((await server.client().post(signIn, { email: anna.email, password: anna.password }, headers)).status).toBe(
      200,
    );
  });

  test("S1: refuses what is no sign-in, in one sentence", async () => {
    const client = server.client();
    for (const body of [{}, { email: "no address", password: "x" }, { email: anna.email, password: 7 }, [], "{"]) {
      const { status, body: said } = await client.post(signIn, body);
      expect(status).toBe(400);
      expect(said.error?.code).toBe("request.invalid");
    }
    const large = await client.post(signIn, { email: anna.email, password: "x".repeat(20_000) });
    expect(large.status).toBe(413);
    expect(large.body.error?.code).toBe("request.too.large");
  });

  test("is the only way that the library's own routes leave open: nobody signs up, nobody signs in by GET", async () => {
    const client = server.client();
    expect((await client.post("/api/auth/sign-up/email", { ...anna })).status).toBe(404);
    expect((await client.post("/api/auth/enter-as", { user: "x" })).status).toBe(404);
    expect((await client.get("/api/auth/get-session")).status).toBe(404);
    expect((await client.get(signIn)).status).toBe(404);
    expect((await client.get("/api/auth/error")).status).toBe(404);
  });

  test("keeps passwords, cookies and tokens out of the log", async () => {
    const client = await signedUp(server, anna, "analyst");
    await client.post(signIn, { email: anna.email, password: "not the password" });
    const log = server.logged.join("\n");
    for (const secret of [anna.password, anna.email, client.cookie ?? "-"]) expect(log).not.toContain(secret);
  });
});

describe("signing out", () => {
  test("A2: ends the session at once, and tells every desk of the person", async () => {
    const client = await signedUp(server, anna, "community-manager");
    const cookie = client.cookie ?? "";
    expect(await server.accounts.identities.ofRequest({ cookie })).toMatchObject({ kind: "user", name: anna.name });
    const { status } = await client.post("/api/auth/sign-out");
    expect(status).toBe(200);
    expect(client.cookie).toBeNull();
    expect(await server.accounts.identities.ofRequest({ cookie })).toBeNull();
    expect((await client.get("/api/me")).body.error?.code).toBe("unauthenticated");
    const ended = server.desk.submitted.filter(({ type }) => type === "member.session.end");
    expect(ended).toHaveLength(1);
    expect(ended[0]?.actor).toEqual({ kind: "system", id: "account" });
  });

  test("without a session does nothing", async () => {
    expect((await server.client().post("/api/auth/sign-out")).status).toBe(200);
    expect(server.desk.submitted).toEqual([]);
  });
});

describe("changing the password", () => {
  const change = "/api/auth/change-password";

  test("needs the present one, and can end the other sessions", async () => {
    const client = await signedUp(server, anna, "analyst");
    const other = server.client();
    await other.post(signIn, { email: anna.email, password: anna.password });
    const wrong = await client.post(change, { currentPassword: "not the password", newPassword: bo.password });
    expect(wrong.body.error?.code).toBe("password.wrong");
    const short = await client.post(change, { currentPassword: anna.password, newPassword: "short" });
    expect(short.body.error?.code).toBe("request.invalid");
    const body = { currentPassword: anna.password, newPassword: bo.password, revokeOtherSessions: true };
    expect((await client.post(change, body)).status).toBe(200);
    expect((await client.get("/api/me")).status).toBe(200);
    expect((await other.get("/api/me")).status).toBe(401);
    expect((await server.client().post(signIn, { email: anna.email, password: anna.password })).status).toBe(401);
    expect((await server.client().post(signIn, { email: anna.email, password: bo.password })).status).toBe(200);
  });

  test("needs a session", async () => {
    const body = { currentPassword: anna.password, newPassword: bo.password };
    expect((await server.client().post(change, body)).body.error?.code).toBe("unauthenticated");
  });
});

async function signedUpAt(secured: AccountServer, origin: string): Promise<void> {
  const client = secured.client();
  client.headers = { origin };
  const { createInvitation } = await import("@flowdesk/server/account/invitation.ts");
  const link = await createInvitation(secured.accounts, { desk: "care-team", roles: ["analyst"] });
  expect(link).toMatch(/^https:\/\/desk\.example\.org\/invitation#/);
  const { headers } = await client.post("/api/invitations/accept", { token: new URL(link).hash.slice(1), ...anna });
  const [cookie = ""] = headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-flowdesk\.session_token=/);
  expect(cookie).toMatch(/; Secure/i);
  const loopback = await client.post(
    signIn,
    { email: anna.email, password: anna.password },
    { origin: secured.origin },
  );
  expect(loopback.status).toBe(403);
}
