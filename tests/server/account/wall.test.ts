import { deskOfWall } from "@flowdesk/server/account/wall.ts";
import { StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import type { Request } from "express";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AccountServer, deskId, startAccountServer, tokenOf } from "./account-server.ts";
import { anna, enteredByLink, signedUp } from "./people.ts";

let server: AccountServer;
beforeEach(async () => {
  server = await startAccountServer();
});
afterEach(() => server.close());

const ofDesk = `/api/desks/${deskId}/walls`;

/** A request as far as the wall looks at it. */
function asking(token: string | null, from = "192.0.2.7"): Request {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  return { headers, ip: from, socket: { remoteAddress: from } } as unknown as Request;
}

const desk = (token: string | null, from?: string) => deskOfWall(server.accounts, asking(token, from));

async function made(): Promise<{ id: string; token: string }> {
  const client = await enteredByLink(server);
  const { body, headers } = await client.post(ofDesk, { name: "Crew room" });
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  const { id, link } = body as { id: string; link: string };
  expect(link).toMatch(/\/wall#care-team\.[0-9a-f]{16}\.[0-9a-f]{64}$/u);
  return { id, token: tokenOf(link) };
}

describe("The link of a wall", () => {
  test("is shown once, kept as a hash, and is no member's", async () => {
    const before = server.desk.members.size;
    const { id, token } = await made();
    const secret = token.split(".")[2] ?? "";
    const client = await enteredByLink(server);
    const listed = await client.get(ofDesk);
    expect(listed.body.walls).toMatchObject([{ id, name: "Crew room", lastUsedAt: null }]);
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    expect(server.logged.join("\n")).not.toContain(secret);
    expect(server.desk.members.size - before).toBeLessThanOrEqual(1);
    expect([...server.desk.members.values()].some(({ name }) => name === "Crew room")).toBe(false);
  });

  test("shows its own desk, and nothing when anything of it is another", async () => {
    const { token } = await made();
    expect(await desk(token)).toBe(deskId);
    const [, id = "", secret = ""] = token.split(".");
    for (const other of [
      null,
      "",
      token.slice(0, -1),
      `${token}0`,
      `other.${id}.${secret}`,
      `${deskId}.${"0".repeat(16)}.${secret}`,
      `${deskId}.${id}.${"0".repeat(64)}`,
      `fd_${deskId}_${id}_${secret}`,
    ]) {
      await expect(desk(other)).rejects.toMatchObject({ status: 401, code: "wall.unknown" });
    }
  });

  test("signs nobody in: neither by header nor as a program, and no other link is one", async () => {
    const { token } = await made();
    expect(await server.accounts.identities.ofToken(token)).toBeNull();
    expect(await server.accounts.identities.ofRequest({ authorization: `Bearer ${token}` })).toBeNull();
    const client = server.client();
    expect((await client.post("/api/invitations/look", { token })).body.error?.code).toBe("invitation.unknown");
    expect((await client.post("/api/enter", { token })).body.error?.code).toBe("enter.unknown");
    client.headers = { authorization: `Bearer ${token}` };
    for (const path of [ofDesk, `/api/desks/${deskId}/tokens`, `/api/desks/${deskId}/invitations`, "/api/me"]) {
      expect((await client.get(path)).status).toBe(401);
    }
  });

  test("A2: shows nothing from the moment it is removed", async () => {
    const { id, token } = await made();
    const client = await enteredByLink(server);
    expect((await client.delete(`${ofDesk}/${id}`)).status).toBe(200);
    await expect(desk(token)).rejects.toMatchObject({ code: "wall.unknown" });
    expect((await client.delete(`${ofDesk}/${id}`)).body.error?.code).toBe("wall.unknown");
    expect((await client.get(ofDesk)).body.walls).toEqual([]);
  });

  test("notes its last use to the minute", async () => {
    const { token } = await made();
    const client = await enteredByLink(server);
    const used = async () => ((await client.get(ofDesk)).body.walls as { lastUsedAt: string | null }[])[0]?.lastUsedAt;
    const first = new Date(server.clock.now).toISOString();
    await desk(token);
    server.clock.now += minute - 1;
    await desk(token);
    expect(await used()).toBe(first);
    server.clock.now += 1;
    await desk(token);
    expect(await used()).toBe(new Date(server.clock.now).toISOString());
  });

  test("is shown while nothing can be written: only when it was used is not noted", async () => {
    const { token } = await made();
    const db = server.accounts.db.withPlugin({
      transformQuery: ({ node }) => {
        if (node.kind === "UpdateQueryNode") throw new StoreUnavailable("read only");
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    expect(await deskOfWall({ ...server.accounts, db }, asking(token))).toBe(deskId);
  });

  test("cannot be guessed at: wrong ones are few a minute, and cost the right one nothing", async () => {
    const { token } = await made();
    const wrong = `${deskId}.${"0".repeat(16)}.${"0".repeat(64)}`;
    for (let time = 0; time < 30; time++) await expect(desk(wrong)).rejects.toMatchObject({ status: 401 });
    await expect(desk(wrong)).rejects.toMatchObject({ status: 429 });
    expect(await desk(token)).toBe(deskId);
    await expect(desk(wrong, "192.0.2.8")).rejects.toMatchObject({ status: 401 });
  });
});

describe("A1: a desk's walls", () => {
  test("are made by administrators and flow managers", async () => {
    const manager = await signedUp(server, anna, "flow-manager");
    expect((await manager.post(ofDesk, { name: "Stage" })).status).toBe(200);
    expect((await server.client().get(ofDesk)).body.error?.code).toBe("unauthenticated");
    const lead = await signedUp(server, { ...anna, email: "lead@example.org" }, "team-lead");
    for (const answer of [await lead.get(ofDesk), await lead.post(ofDesk, { name: "Mine" })]) {
      expect(answer.body.error?.code).toBe("forbidden");
    }
  });

  test("have a name, and are fifty at most", async () => {
    const client = await enteredByLink(server);
    expect((await client.post(ofDesk, { name: " " })).body.error?.code).toBe("request.invalid");
    expect((await client.post(ofDesk, {})).body.error?.code).toBe("request.invalid");
    for (let wall = 0; wall < 50; wall++) expect((await client.post(ofDesk, { name: "Wall" })).status).toBe(200);
    expect((await client.post(ofDesk, { name: "Wall" })).body.error?.code).toBe("too.many");
  });
});
