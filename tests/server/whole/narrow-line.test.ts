import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import type { DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { io } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CuttingProxy, cuttingProxy } from "../../fixtures/cutting-proxy.ts";
import {
  connect,
  deskWithTokens,
  mention,
  postMessages,
  type Served,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";

const desk = "narrow";
const folder = temporaryFolder();
let token: string;
/** What a console knows that has been here before the messages. */
let known: { readonly log: string; readonly since: number };
let served: Served;
let proxy: CuttingProxy;

/** Some 1.5 MB of changes. */
const behind = 1_800;

beforeAll(async () => {
  const [manager = "", source = ""] = await deskWithTokens(folder.path, desk, "flow-manager", "source");
  token = manager;
  served = await serve(folder.path);
  proxy = await cuttingProxy({ host: "127.0.0.1", port: served.port });
  const before = await connect(served.origin, token);
  const { log, head } = (await before.emitWithAck("desk.join", { desk })) as Extract<DeskJoined, { ok: true }>;
  known = { log, since: head };
  before.disconnect();
  const text = "Where do we leave our bicycles? ".repeat(8);
  for (let number = 0; number < behind; number += 100) {
    const some = Array.from({ length: 100 }, (_, index) => ({ ...mention(number + index), text }));
    await postMessages(served.origin, source, desk, some);
  }
});
afterAll(async () => {
  await proxy?.close();
  await served?.stop();
  folder.remove();
});

test("F4: a console on a narrow line has no more on its way than it soon has, and none of it is sent twice", async () => {
  const away = io(`http://127.0.0.1:${proxy.port}`, {
    transports: ["websocket"],
    auth: { token, protocol: protocolVersion },
    forceNew: true,
  });
  const ended: string[] = [];
  let to = known.since;
  away.on("disconnect", (reason) => ended.push(reason));
  away.on("changes", (frame: Changes) => {
    expect(frame.from).toBe(to + 1);
    to = frame.to;
  });
  await new Promise<void>((resolve) => away.on("connect", resolve));
  proxy.narrow(16_000);
  const joined = away.emitWithAck("desk.join", { desk, ...known }) as Promise<DeskJoined>;
  let most = 0;
  // Long enough for several frames, each of which the buffers on the way take at once.
  for (let look = 0; look < 140; look++) {
    most = Math.max(most, proxy.onTheWay);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await joined).toMatchObject({ ok: true, reset: false });
  const narrow = to;
  expect(narrow).toBeGreaterThan(known.since);
  // A sign of life that is sent behind it comes through within its 12 s.
  expect(most).toBeLessThan(100_000);
  expect(narrow).toBeLessThan(known.since + behind);
  proxy.narrow();
  await expect.poll(() => to, { timeout: 30_000 }).toBeGreaterThanOrEqual(known.since + behind);
  expect(ended).toEqual([]);
  away.disconnect();
}, 60_000);
