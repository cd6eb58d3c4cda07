import { randomUUID } from "node:crypto";
import type { ShiftAnswer } from "@flowdesk/shared/protocol/shift.ts";
import { day, instant, minute } from "@flowdesk/shared/time/instant.ts";
import type { Socket } from "socket.io-client";
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

const desk = "evening";
const folder = temporaryFolder();
const roles = ["source", "community-manager", "flow-manager", "producer"] as const;
const tokens = new Map<string, string>();
const began = instant(Date.now() - minute);
let served: Served;
let jonas: Socket;

async function give(socket: Socket, type: string, data: object): Promise<void> {
  const answer = await socket.emitWithAck("command", { id: randomUUID(), desk, type, ...data });
  expect(answer).toMatchObject({ ok: true });
}

beforeAll(async () => {
  for (const [index, token] of (await deskWithTokens(folder.path, desk, ...roles)).entries())
    tokens.set(roles[index] ?? "", token);
  served = await serve(folder.path);
  await postMessages(served.origin, tokens.get("source") ?? "", desk, [mention(1), mention(2), mention(3)]);
  const lines = (await (await get("flow-manager", "snapshot")).text()).trim().split("\n");
  const items = lines.flatMap((line) => (JSON.parse(line) as { item?: { id: string } }).item?.id ?? []);
  const [answered = "", dismissed = "", other = ""] = items;
  jonas = await connect(served.origin, tokens.get("community-manager") ?? "");
  await give(jonas, "item.claim", { item: answered });
  await give(jonas, "item.tag", { item: answered, tag: "gates" });
  await give(jonas, "item.reply", { item: answered, text: "Ved scenen" });
  await give(jonas, "item.sent", { item: answered });
  await give(jonas, "item.claim", { item: dismissed });
  await give(jonas, "item.dismiss", { item: dismissed, reason: "no-reply-needed" });
  const aisha = await connect(served.origin, tokens.get("flow-manager") ?? "");
  await give(aisha, "item.dismiss", { item: other, reason: "spam" });
  aisha.disconnect();
});
afterAll(async () => {
  jonas?.disconnect();
  await served.stop();
  folder.remove();
});

const get = (role: (typeof roles)[number], path: string) =>
  fetch(`${served.origin}/api/desks/${desk}/${path}`, { headers: { authorization: `Bearer ${tokens.get(role)}` } });

describe("the figures of a shift", () => {
  test("are everybody's own: answered, dismissed, and what it was about", async () => {
    const response = await get("community-manager", `shift?from=${began}`);
    expect(response.status).toBe(200);
    const answer = (await response.json()) as ShiftAnswer;
    expect(answer).toMatchObject({
      from: began,
      figures: { count: 1, within: 1 },
      dismissed: 1,
      topics: [{ tag: "gates", items: 1 }],
    });
    expect(answer.figures.median).toBeGreaterThan(0);
    const mine = await get("community-manager", `shift?from=${began}&member=${answer.member}`);
    expect(mine.status).toBe(200);
    const nothing = (await (await get("producer", `shift?from=${began}`)).json()) as ShiftAnswer;
    expect(nothing).toMatchObject({ figures: { count: 0, median: null }, dismissed: 0, topics: [] });
  });

  test("A1: of others they are the flow manager's and the team lead's", async () => {
    const { member: of } = (await (await get("community-manager", `shift?from=${began}`)).json()) as ShiftAnswer;
    const seen = (await (await get("flow-manager", `shift?from=${began}&member=${of}`)).json()) as ShiftAnswer;
    expect(seen).toMatchObject({ member: of, figures: { count: 1 }, dismissed: 1 });
    expect((await get("producer", `shift?from=${began}&member=${of}`)).status).toBe(403);
    expect((await get("source", `shift?from=${began}`)).status).toBe(403);
  });

  test("S1: are of a span that is one", async () => {
    const wrong = [
      "shift",
      "shift?from=yesterday",
      `shift?from=${began}&until=${began}`,
      `shift?from=${instant(Date.now() - 40 * day)}&until=${began}`,
    ];
    for (const path of wrong) expect((await get("community-manager", path)).status, path).toBe(400);
  });
});
