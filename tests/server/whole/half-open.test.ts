import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import type { DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import type { PresenceDown } from "@flowdesk/shared/protocol/presence.ts";
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

const desk = "half-open";
const folder = temporaryFolder();
const tokens = { away: "", here: "", source: "" };
let served: Served;
let proxy: CuttingProxy;

beforeAll(async () => {
  const [away = "", here = "", source = ""] = await deskWithTokens(
    folder.path,
    desk,
    "flow-manager",
    "flow-manager",
    "source",
  );
  Object.assign(tokens, { away, here, source });
  served = await serve(folder.path);
  proxy = await cuttingProxy({ host: "127.0.0.1", port: served.port });
});
afterAll(async () => {
  await proxy?.close();
  await served?.stop();
  folder.remove();
});

test("F1: a line that swallows everything is noticed at both ends, and the console comes back to what it missed", async () => {
  let present = 0;
  const here = await connect(served.origin, tokens.here);
  here.on("presence", ({ members }: PresenceDown) => {
    present = members.length;
  });
  await here.emitWithAck("desk.join", { desk });
  const away = io(`http://127.0.0.1:${proxy.port}`, {
    transports: ["websocket"],
    auth: { token: tokens.away, protocol: protocolVersion },
    forceNew: true,
  });
  const reasons: string[] = [];
  const types: string[] = [];
  let to: number | undefined;
  away.on("disconnect", (reason) => reasons.push(reason));
  away.on("changes", (frame: Changes) => {
    if (to !== undefined) expect(frame.from).toBe(to + 1);
    to = frame.to;
    types.push(...frame.changes.map(({ type }) => type));
  });
  away.on("connect", async () => {
    const joined = (await away.emitWithAck("desk.join", { desk, since: to })) as DeskJoined;
    if (!joined.ok || joined.reset) throw new Error(JSON.stringify(joined));
    to ??= joined.head;
  });
  await expect.poll(() => present, { timeout: 10_000 }).toBe(2);

  proxy.swallow();
  await expect.poll(() => present, { timeout: 30_000 }).toBe(1);
  await postMessages(served.origin, tokens.source, desk, [mention(1), mention(2)]);
  const received = () => types.filter((type) => type === "item.received");
  await expect.poll(() => received().length, { timeout: 30_000 }).toBe(2);
  // Its own clock said so: nothing was closed.
  expect(reasons).toEqual(["ping timeout"]);
  await expect.poll(() => present, { timeout: 10_000 }).toBe(2);
  away.disconnect();
  here.disconnect();
}, 80_000);

test("connections that came at once are each told a pace of signs of life of their own, so that they drift apart", async () => {
  const told = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const opening = new WebSocket(`ws://127.0.0.1:${served.port}/socket.io/?EIO=4&transport=websocket`);
      const first = await new Promise<string>((resolve, reject) => {
        opening.onmessage = ({ data }) => resolve(String(data));
        opening.onerror = reject;
      });
      opening.close();
      return JSON.parse(first.slice(1)) as { readonly pingInterval: number; readonly pingTimeout: number };
    }),
  );
  for (const { pingInterval, pingTimeout } of told) {
    expect(pingInterval).toBeGreaterThanOrEqual(6_000);
    expect(pingInterval).toBeLessThanOrEqual(8_000);
    expect(pingTimeout).toBe(12_000);
  }
  expect(new Set(told.map(({ pingInterval }) => pingInterval)).size).toBeGreaterThan(8);
});
