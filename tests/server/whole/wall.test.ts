import { makeWall } from "@flowdesk/server/account/wall.ts";
import { openDesks } from "@flowdesk/server/compose.ts";
import { pulseAnswerSchema } from "@flowdesk/shared/protocol/pulse.ts";
import { wallSchema } from "@flowdesk/shared/protocol/wall.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  connect,
  deskWithTokens,
  mention,
  postMessages,
  type Served,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";

const desk = "arena";

describe("A wall on a real server", () => {
  const folder = temporaryFolder();
  let served: Served;
  let [source, manager, wall] = ["", "", ""];

  beforeAll(async () => {
    [source = "", manager = ""] = await deskWithTokens(folder.path, desk, "source", "flow-manager");
    const desks = await openDesks({ data: folder.path });
    const { link } = await makeWall(desks.accounts, { desk, name: "Crew room", by: "a" });
    wall = new URL(link).hash.slice(1);
    await desks.close();
    served = await serve(folder.path);
  });
  afterAll(async () => {
    await served?.stop();
    folder.remove();
  });

  const get = (path: string, token: string, method = "GET") =>
    fetch(`${served.origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(method === "POST" ? { body: "{}" } : {}),
    });

  test("shows what comes in, and is kept by nobody on the way", async () => {
    await postMessages(
      served.origin,
      source,
      desk,
      [1, 2, 3].map((number) => mention(number)),
    );
    const answer = await get("/api/wall", wall);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    const shown = wallSchema.parse(await answer.json());
    expect(shown.numbers).toMatchObject({ open: 3, notTaken: 3 });
    expect(shown.arrivals.reduce((sum, count) => sum + count, 0)).toBe(3);
    const pulse = pulseAnswerSchema.parse(await (await get(`/api/desks/${desk}/pulse`, manager)).json());
    expect(pulse.lines).toMatchObject([{ channel: "x:festival", dm: false, silent: false }]);
    expect(wallSchema.parse(await (await get(`/api/desks/${desk}/wall`, manager)).json()).numbers.open).toBe(3);
    expect((await get(`/api/desks/${desk}/wall`, source)).status).toBe(403);
    expect((await get(`/api/desks/${desk}/pulse`, source)).status).toBe(403);
    expect(served.output()).not.toContain(wall.split(".")[2]);
  });

  test("A1: its token opens nothing else, over HTTP or by socket", async () => {
    const closed: ReadonlyArray<readonly [path: string, method?: string]> = [
      ["/api/desks"],
      ["/api/me"],
      [`/api/desks/${desk}/snapshot`],
      [`/api/desks/${desk}/changes`],
      [`/api/desks/${desk}/pulse`],
      [`/api/desks/${desk}/wall`],
      [`/api/desks/${desk}/walls`],
      [`/api/desks/${desk}/walls`, "POST"],
      [`/api/desks/${desk}/items/1`],
      [`/api/desks/${desk}/items/1/others`],
      [`/api/desks/${desk}/messages`, "POST"],
      [`/api/desks/${desk}/review`],
      [`/api/desks/${desk}/review/items`],
      [`/api/desks/${desk}/review.csv`],
      [`/api/desks/${desk}/imports`],
      [`/api/desks/${desk}/tokens`],
      [`/api/desks/${desk}/tokens`, "POST"],
      [`/api/desks/${desk}/invitations`],
      [`/api/desks/${desk}/invitations`, "POST"],
    ];
    for (const [path, method] of closed) {
      const { status } = await get(path, wall, method);
      expect([path, method, status]).toEqual([path, method, 401]);
    }
    await expect(connect(served.origin, wall)).rejects.toThrow();
    expect((await get("/api/wall", manager)).status).toBe(401);
    expect((await get("/api/wall", wall, "POST")).status).toBe(405);
  });
});
