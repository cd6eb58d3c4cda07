import { createInvitation } from "@flowdesk/server/account/invitation.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { day, hour, minute } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AccountServer, deskId, startAccountServer, tokenOf } from "./account-server.ts";
import { anna, bo, enteredByLink, signedUp } from "./people.ts";

let server: AccountServer;
beforeEach(async () => {
  server = await startAccountServer();
});
afterEach(() => server.close());

const look = "/api/invitations/look";
const accept = "/api/invitations/accept";
const ofDesk = `/api/desks/${deskId}/invitations`;

async function newToken(): Promise<string> {
  return tokenOf(await createInvitation(server.accounts, { desk: deskId, roles: ["flow-manager"], name: "Anna" }));
}

describe("an invitation", () => {
  test("carries its token where browsers do not send it, and says what it is to", async () => {
    const link = await createInvitation(server.accounts, { desk: deskId, roles: ["flow-manager"], name: "Anna" });
    expect(new URL(link)).toMatchObject({ origin: server.origin, pathname: "/invitation", search: "" });
    const { status, headers, body } = await server.client().post(look, { token: tokenOf(link) });
    expect(status).toBe(200);
    expect(body).toEqual({
      desk: deskId,
      deskName: "Care",
      roles: ["flow-manager"],
      name: "Anna",
      expiresAt: new Date(server.clock.now + 7 * day).toISOString(),
    });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("makes the account, signs it in and takes it into the desk", async () => {
    const client = server.client();
    const { status, body } = await client.post(accept, { token: await newToken(), ...anna });
    expect(status).toBe(200);
    const me = await client.get("/api/me");
    const { user } = me.body as { user: { id: string } };
    expect(body).toEqual({ desk: deskId, member: user.id });
    expect(server.desk.members.get(user.id)).toMatchObject({
      name: anna.name,
      user: user.id,
      program: false,
      roles: ["flow-manager"],
    });
    expect(server.desk.submitted[0]?.actor).toEqual({ kind: "system", id: "account" });
  });

  test("can be used once", async () => {
    const token = await newToken();
    await server.client().post(accept, { token, ...anna });
    for (const answer of [
      await server.client().post(look, { token }),
      await server.client().post(accept, { token, ...bo }),
    ]) {
      expect(answer.status).toBe(410);
      expect(answer.body.error?.code).toBe("invitation.used");
    }
    expect([...server.desk.members.values()]).toHaveLength(1);
  });

  test("of twelve who use it at once, lets one in", async () => {
    const token = await newToken();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        server.client().post(accept, { token, name: `P${i}`, email: `p${i}@example.org`, password: anna.password }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => body.error?.code)).toEqual(Array(11).fill("invitation.used"));
    expect([...server.desk.members.values()]).toHaveLength(1);
  });

  test("expires after seven days", async () => {
    const token = await newToken();
    server.clock.now += 7 * day;
    for (const answer of [
      await server.client().post(look, { token }),
      await server.client().post(accept, { token, ...anna }),
    ]) {
      expect(answer.status).toBe(410);
      expect(answer.body.error?.code).toBe("invitation.expired");
    }
  });

  test("is not told from one that never was by half of its token", async () => {
    const token = await newToken();
    const wrong = `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`;
    for (const text of [wrong, "nonsense", `${deskId}.0123456789abcdef.${"0".repeat(64)}`, "x".repeat(300)]) {
      const { status, body } = await server.client().post(look, { token: text });
      expect(status).toBe(404);
      expect(body.error?.code).toBe("invitation.unknown");
    }
  });

  test("is kept as a hash", async () => {
    const token = await newToken();
    const { rows } = await server.accounts.db.executeQuery<object>({
      sql: "select * from invitations",
      parameters: [],
      query: { kind: "RawNode", sqlFragments: [], parameters: [] },
      queryId: { queryId: "invitations" },
    });
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[2]);
    expect(rows).toHaveLength(1);
  });

  test("for an e-mail that has an account asks to sign in first, and stays good", async () => {
    await signedUp(server, anna, "analyst");
    await server.desk.submit(deskId, {
      id: "out",
      type: "member.remove",
      data: { member: [...server.desk.members.values()][0]?.id },
      actor: { kind: "system", id: "test" },
      lane: "people",
    });
    const token = await newToken();
    const again = await server.client().post(accept, { token, ...anna, email: "ANNA@example.org" });
    expect(again.status).toBe(409);
    expect(again.body.error?.code).toBe("account.exists");
    const client = server.client();
    expect((await client.post(accept, { token })).body.error?.code).toBe("unauthenticated");
    await client.post("/api/auth/sign-in/email", { email: anna.email, password: anna.password });
    expect((await client.post(accept, { token })).status).toBe(200);
    expect((await client.get("/api/me")).body).toMatchObject({ desks: [{ id: deskId, roles: ["flow-manager"] }] });
  });

  test("does not tell who has an account to anyone without an invitation", async () => {
    await signedUp(server, anna, "analyst");
    const { body } = await server.client().post(accept, { token: "nonsense", ...anna });
    expect(body.error?.code).toBe("invitation.unknown");
  });

  test("is not used up by a member of the desk", async () => {
    const client = await signedUp(server, anna, "analyst");
    const token = await newToken();
    expect((await client.post(accept, { token })).body.error?.code).toBe("invitation.member");
    expect((await server.client().post(look, { token })).status).toBe(200);
  });

  test("D3: is taken up again where the desk did not answer, by the account it made", async () => {
    const token = await newToken();
    const client = server.client();
    server.desk.failNext = { ok: false, error: reject("desk.unavailable", "Send this again.") };
    const first = await client.post(accept, { token, ...anna });
    expect(first.status).toBe(503);
    expect(first.body.error?.code).toBe("desk.unavailable");
    expect((await server.client().post(accept, { token, ...bo })).body.error?.code).toBe("invitation.used");
    expect((await client.post(accept, { token })).status).toBe(200);
    expect([...server.desk.members.values()]).toHaveLength(1);
  });

  test("leaves nothing behind where the desk refuses", async () => {
    const token = await newToken();
    const client = server.client();
    server.desk.failNext = { ok: false, error: reject("desk.unknown", "There is no such desk.") };
    expect((await client.post(accept, { token, ...anna })).status).toBe(404);
    expect(client.cookie).toBeNull();
    expect((await client.post(accept, { token, ...anna })).status).toBe(200);
  });

  test("is free again a minute after a use that died halfway", async () => {
    const token = await newToken();
    const { claimInvitation, openInvitation } = await import("@flowdesk/server/account/invitation.ts");
    await claimInvitation(server.accounts, await openInvitation(server.accounts, token, null), null);
    expect((await server.client().post(look, { token })).body.error?.code).toBe("invitation.used");
    server.clock.now += minute;
    expect((await server.client().post(accept, { token, ...anna })).status).toBe(200);
  });

  test("S1: takes no short password, no empty name, no other fields", async () => {
    const token = await newToken();
    for (const body of [
      { token, ...anna, password: "ninechars" },
      { token, ...anna, name: " \0 " },
      { token, ...anna, email: "anna" },
      { token, ...anna, roles: ["administrator"] },
      { token, name: anna.name },
    ]) {
      const answer = await server.client().post(accept, body);
      expect(answer.status).toBe(400);
      expect(answer.body.error?.code).toBe("request.invalid");
    }
    expect((await server.client().post(look, { token })).status).toBe(200);
  });

  test("is never exchanged by GET, nor from another page", async () => {
    const token = await newToken();
    const client = server.client();
    for (const path of [accept, `${accept}?token=${token}`, look]) expect((await client.get(path)).status).toBe(404);
    const { body } = await client.post(accept, { token, ...anna }, { origin: "https://evil.example" });
    expect(body.error?.code).toBe("origin.refused");
    expect(client.cookie).toBeNull();
    expect((await client.post(look, { token })).status).toBe(200);
  });
});

describe("an invitation to an access that ends by itself", () => {
  const invited = async (more: object = {}) => {
    const client = await enteredByLink(server);
    const until = new Date(server.clock.now + 8 * hour).toISOString();
    const wanted = { roles: ["community-manager"], until, channels: ["x:care"], languages: ["da"], ...more };
    const { status, body } = await client.post(ofDesk, wanted);
    expect(status).toBe(200);
    return { until, token: tokenOf((body as { link: string }).link) };
  };

  test("needs a name and no more, and lets a member in who is at work until then", async () => {
    const { until, token } = await invited();
    const client = server.client();
    expect((await client.post(look, { token })).body).toMatchObject({ until, expiresAt: until });
    const { status, body } = await client.post(accept, { token, name: "Vera" });
    expect(status).toBe(200);
    const { member } = body as { member: string };
    expect(server.desk.members.get(member)).toMatchObject({
      name: "Vera",
      roles: ["community-manager"],
      channels: ["x:care"],
      languages: ["da"],
      accessUntil: until,
      shift: "on",
    });
    expect((await client.get("/api/me")).body).toMatchObject({ user: { id: member, email: null, hasPassword: false } });
  });

  test("gives the standing order that was chosen when it was made, before they are at work", async () => {
    const cover = [{ channels: "all", kinds: ["mention", "comment"], languages: ["da"], standIn: true }];
    const { token } = await invited({ cover });
    const { body } = await server.client().post(accept, { token, name: "Vera" });
    const { member } = body as { member: string };
    expect(server.desk.members.get(member)).toMatchObject({ cover, shift: "on" });
    const submitted = server.desk.submitted.map(({ type }) => type);
    expect(submitted.slice(-3)).toEqual(["member.add", "member.cover", "member.shift"]);
  });

  test("lets them in where a channel of the order is gone: nothing comes by itself then", async () => {
    const { token } = await invited({ cover: [{ channels: ["x:gone"] }] });
    const { status, body } = await server.client().post(accept, { token, name: "Vera" });
    expect(status).toBe(200);
    const found = server.desk.members.get((body as { member: string }).member);
    expect([found?.shift, found?.cover ?? []]).toEqual(["on", []]);
  });

  test("S1: a standing order that is none is refused", async () => {
    const client = await enteredByLink(server);
    const until = new Date(server.clock.now + 8 * hour).toISOString();
    for (const cover of [[], "all", [{ channels: [] }], [{ channels: "all", kinds: ["shout"] }]]) {
      const { status, body } = await client.post(ofDesk, { roles: ["community-manager"], until, cover });
      expect([status, body.error?.code]).toEqual([400, "request.invalid"]);
    }
  });

  test("lets one in, and nobody after its end", async () => {
    const { token } = await invited();
    expect((await server.client().post(accept, { token, name: "Vera" })).status).toBe(200);
    expect((await server.client().post(accept, { token, name: "Viggo" })).body.error?.code).toBe("invitation.used");
    const second = await invited();
    server.clock.now += 8 * hour;
    for (const path of [look, accept]) {
      const { status, body } = await server.client().post(path, {
        token: second.token,
        ...(path === look ? {} : { name: "Viggo" }),
      });
      expect([status, body.error?.code]).toEqual([410, "invitation.expired"]);
    }
  });

  test("is refused where the end has passed", async () => {
    const client = await enteredByLink(server);
    const until = new Date(server.clock.now).toISOString();
    const { status, body } = await client.post(ofDesk, { roles: ["community-manager"], until });
    expect([status, body.error?.code]).toEqual([409, "time.past"]);
  });

  test("A1: flow managers add volunteers, with an end and that role alone, and withdraw their own", async () => {
    const manager = await signedUp(server, anna, "flow-manager");
    const until = new Date(server.clock.now + 8 * hour).toISOString();
    const late = new Date(server.clock.now + 32 * day).toISOString();
    for (const wanted of [
      { roles: ["community-manager"] },
      { roles: ["community-manager"], until: late },
      { roles: ["community-manager", "analyst"], until },
      { roles: ["flow-manager"], until },
    ]) {
      expect((await manager.post(ofDesk, wanted)).body.error?.code).toBe("forbidden");
    }
    const made = await manager.post(ofDesk, { roles: ["community-manager"], until });
    expect(made.status).toBe(200);
    await invited();
    const { id } = made.body as { id: string };
    expect((await manager.get(ofDesk)).body.invitations).toMatchObject([{ id, until }]);
    const administrator = await enteredByLink(server);
    const all = (await administrator.get(ofDesk)).body.invitations as { id: string }[];
    expect(all).toHaveLength(2);
    const other = all.find((one) => one.id !== id);
    expect((await manager.delete(`${ofDesk}/${other?.id}`)).status).toBe(404);
    expect((await manager.delete(`${ofDesk}/${id}`)).status).toBe(200);
    const community = await signedUp(server, bo, "community-manager");
    expect((await community.post(ofDesk, { roles: ["community-manager"], until })).body.error?.code).toBe("forbidden");
  });
});

describe("A1: inviting", () => {
  test("is the administrators': makes, lists and withdraws", async () => {
    const client = await enteredByLink(server);
    const made = await client.post(ofDesk, { roles: ["producer"], name: "Carl" });
    expect(made.status).toBe(200);
    const { id, link } = made.body as { id: string; link: string };
    const listed = await client.get(ofDesk);
    expect(listed.body.invitations).toMatchObject([{ id, name: "Carl", roles: ["producer"] }]);
    expect(JSON.stringify(listed.body)).not.toContain(tokenOf(link).split(".")[2]);
    expect((await client.delete(`${ofDesk}/${id}`)).status).toBe(200);
    expect((await client.delete(`${ofDesk}/${id}`)).status).toBe(404);
    expect((await server.client().post(look, { token: tokenOf(link) })).body.error?.code).toBe("invitation.unknown");
  });

  test("is refused to others, to strangers and in desks that are not theirs", async () => {
    const manager = await signedUp(server, anna, "flow-manager");
    expect((await manager.post(ofDesk, { roles: ["producer"] })).body.error?.code).toBe("forbidden");
    expect((await manager.get(ofDesk)).body.invitations).toEqual([]);
    expect((await server.client().get(ofDesk)).status).toBe(401);
    const administrator = await enteredByLink(server);
    expect((await administrator.get("/api/desks/other/invitations")).body.error?.code).toBe("desk.unknown");
  });

  test("gives no program's role", async () => {
    const client = await enteredByLink(server);
    expect((await client.post(ofDesk, { roles: ["source"] })).body.error?.code).toBe("request.invalid");
    expect((await client.post(ofDesk, { roles: [] })).body.error?.code).toBe("request.invalid");
  });
});
