import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
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

const desk = "race";
const claimants = 50;
const rounds = 200;

describe("many at once on a real server", () => {
  const folder = temporaryFolder();
  let served: Served;
  let source: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    const roles = Array.from({ length: claimants - 1 }, () => "community-manager" as const);
    const [sourceToken = "", ...tokens] = await deskWithTokens(folder.path, desk, "source", "flow-manager", ...roles);
    source = sourceToken;
    served = await serve(folder.path);
    for (const token of tokens) {
      const socket = await connect(served.origin, token);
      await socket.emitWithAck("desk.join", { desk });
      sockets.push(socket);
    }
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await served?.stop();
    folder.remove();
  });

  test(`D5: of ${claimants} who claim one item at once exactly one gets it, ${rounds} times, and the others are told who`, async () => {
    const posted = await postMessages(
      served.origin,
      source,
      desk,
      Array.from({ length: rounds }, (_, index) => mention(index)),
    );
    expect(posted.body).toMatchObject({ accepted: rounds, rejected: 0 });
    const snapshot = await fetch(`${served.origin}/api/desks/${desk}/snapshot`, {
      headers: { authorization: `Bearer ${tokenOf(sockets[0])}` },
    });
    const items = (await snapshot.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { item?: { id: string } })
      .flatMap(({ item }) => (item === undefined ? [] : [item.id]));
    expect(items).toHaveLength(rounds);
    for (const item of items) {
      const answers: CommandAnswer[] = await Promise.all(
        sockets.map((socket, index) =>
          socket.emitWithAck("command", { id: `claim-${item}-${index}`, desk, type: "item.claim", item }),
        ),
      );
      const won = answers.filter((answer) => answer.ok);
      const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
      expect(won).toHaveLength(1);
      expect(lost).toHaveLength(claimants - 1);
      expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(["item.taken"]));
      const holders = new Set(lost.map(({ by }) => by));
      expect(holders.size).toBe(1);
      expect([...holders][0]).toBeTruthy();
    }
  });

  test("D5: of two who reply at once one leaves, and the other is told", async () => {
    await postMessages(served.origin, source, desk, [mention(10_001)]);
    const [manager, first, second] = sockets;
    if (manager === undefined || first === undefined || second === undefined) throw new Error("three are connected");
    const snapshot = await fetch(`${served.origin}/api/desks/${desk}/snapshot`, {
      headers: { authorization: `Bearer ${tokenOf(manager)}` },
    });
    const lines = (await snapshot.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { item?: { id: string; preview: string } });
    const item = lines.find((line) => line.item?.preview.includes("10001"))?.item?.id ?? "";
    const read = await fetch(`${served.origin}/api/desks/${desk}/items/${item}`, {
      headers: { authorization: `Bearer ${tokenOf(manager)}` },
    });
    const { messages } = (await read.json()) as { messages: Array<{ message: { id: string } }> };
    const after = messages.at(-1)?.message.id;
    const [a, b]: CommandAnswer[] = await Promise.all([
      first.emitWithAck("command", {
        id: "reply-a",
        desk,
        type: "item.reply",
        item,
        text: "Indgang 1 er åben.",
        after,
      }),
      second.emitWithAck("command", {
        id: "reply-b",
        desk,
        type: "item.reply",
        item,
        text: "Indgang 2 er åben.",
        after,
      }),
    ]);
    const refused = [a, b].flatMap((answer) => (answer === undefined || answer.ok ? [] : [answer.error]));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.code).toBe("item.taken");
    const manages: CommandAnswer = await manager.emitWithAck("command", {
      id: "reply-c",
      desk,
      type: "item.reply",
      item,
      text: "Indgang 3 er åben.",
      after,
    });
    expect(manages).toMatchObject({ ok: false, error: { code: "item.answered.meanwhile" } });
  });
});

function tokenOf(socket: Socket | undefined): string {
  const auth = socket?.auth;
  return typeof auth === "object" && auth !== null && "token" in auth ? String(auth.token) : "";
}
