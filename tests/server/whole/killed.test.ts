import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Change, idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { emptyState } from "@flowdesk/shared/desk/state.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { ChangesAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { SnapshotHead } from "@flowdesk/shared/protocol/snapshot.ts";
import { afterAll, expect, test } from "vitest";
import { connect, deskWithTokens, mention, postMessages, serve, temporaryFolder } from "../../fixtures/served.ts";

const main = fileURLToPath(new URL("../../../server/flowdesk.mjs", import.meta.url));
const desk = "killed";
const kills = 8;
/** In every so manieth round a file is imported beside, by a process that is killed with the server. */
const imports = 2;
const folder = temporaryFolder();
afterAll(() => folder.remove());

test(`L1, L2, D2: killed ${kills} times amid an import and a hail of commands, everything acknowledged is there, seq has no gap, and replay equals fresh load`, async () => {
  const [source = "", manager = ""] = await deskWithTokens(folder.path, desk, "source", "flow-manager");
  const acknowledged = { messages: new Set<string>(), commands: new Map<string, number>() };
  let number = 0;
  for (let round = 0; round < kills; round++) {
    const served = await serve(folder.path);
    const importing = round % imports === 0 ? importBeside(round) : null;
    const socket = await connect(served.origin, manager);
    const { head } = (await socket.emitWithAck("desk.join", { desk })) as { head: number };
    const before = { messages: acknowledged.messages.size, commands: acknowledged.commands.size };
    let hailing = true;
    const posting = (async () => {
      while (hailing) {
        const batch = Array.from({ length: 20 }, () => number++);
        const { body } = await postMessages(
          served.origin,
          source,
          desk,
          batch.map((n) => mention(n)),
        );
        if (body.accepted === batch.length) for (const n of batch) acknowledged.messages.add(`m-${n}`);
      }
    })().catch(() => {});
    const tagging = (async () => {
      const items = receivedIn(await logOf(served.origin, manager, Math.max(0, head - 500)));
      for (let n = 0; hailing; n++) {
        const item = items[n % Math.max(1, items.length)];
        if (item === undefined) break;
        const id = `tag-${round}-${n}`;
        const answer: CommandAnswer = await socket
          .timeout(20_000)
          .emitWithAck("command", { id, desk, type: "item.tag", item, tag: `t-${round}-${n % 40}` });
        if (answer.ok) acknowledged.commands.set(id, answer.seq);
      }
    })().catch(() => {});
    // Amid it: both have begun to be answered, and the moment is another in each round.
    const isAmid = () =>
      acknowledged.messages.size > before.messages && (acknowledged.commands.size > before.commands || round === 0);
    await expect.poll(isAmid, { timeout: 60_000, interval: 20 }).toBe(true);
    await new Promise((resume) => setTimeout(resume, (round * 37) % 200));
    await served.kill();
    importing?.process.kill("SIGKILL");
    hailing = false;
    socket.disconnect();
    await Promise.all([posting, tagging, importing?.ended]);
  }
  const served = await serve(folder.path);
  try {
    const log = await logOf(served.origin, manager);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    for (let index = 1; index < log.length; index++)
      expect((log[index - 1]?.at ?? "") <= (log[index]?.at ?? "")).toBe(true);
    const received = new Set(
      log.flatMap((change) =>
        isItemChange(change) && change.message !== undefined ? [change.message.externalId] : [],
      ),
    );
    expect([...acknowledged.messages].filter((id) => !received.has(id))).toEqual([]);
    const bySeq = new Map(log.map((change) => [change.command, change.seq]));
    expect([...acknowledged.commands].filter(([id, seq]) => bySeq.get(id) !== seq)).toEqual([]);
    expect(acknowledged.messages.size).toBeGreaterThan(kills);
    expect(acknowledged.commands.size).toBeGreaterThan(0);

    const fresh = new Map((await itemsOf(served.origin, manager)).map((item) => [item.id, item]));
    let replayed = emptyState({
      id: desk,
      name: "",
      zone: "UTC",
      policy: (await headOf(served.origin, manager)).policy,
    });
    for (const change of log) replayed = evolve(replayed, change);
    expect(new Map([...replayed.items])).toEqual(fresh);
    expect(new Set(receivedIn(log)).size).toBe(fresh.size);
  } finally {
    await served.stop();
  }
}, 240_000);

/** Begins to import a file of messages of their own, by the command line. */
function importBeside(round: number) {
  const file = join(folder.path, "history.jsonl");
  const lines = Array.from({ length: 3_000 }, (_, index) => JSON.stringify(mention(1_000_000 + round * 3_000 + index)));
  writeFileSync(file, lines.join("\n"));
  const args = [main, "import", file, "--desk", desk, "--data", folder.path];
  const importing = spawn(process.execPath, args, { stdio: "ignore", cwd: folder.path });
  return { process: importing, ended: once(importing, "exit") };
}

/** The ids of the items that came in by a stretch of the log. */
function receivedIn(log: readonly Change[]): string[] {
  return log.flatMap((change) => (change.type === "item.received" && isItemChange(change) ? idOf(change.item) : []));
}

async function snapshotOf(origin: string, token: string): Promise<string[]> {
  const response = await fetch(`${origin}/api/desks/${desk}/snapshot`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.text()).trim().split("\n");
}

async function headOf(origin: string, token: string): Promise<SnapshotHead> {
  const [head = "{}"] = await snapshotOf(origin, token);
  return JSON.parse(head) as SnapshotHead;
}

async function itemsOf(origin: string, token: string): Promise<Item[]> {
  const lines = await snapshotOf(origin, token);
  return lines.slice(1).flatMap((line) => {
    const { item } = JSON.parse(line) as { item?: Item };
    return item === undefined ? [] : [item];
  });
}

async function logOf(origin: string, token: string, from = 0): Promise<Change[]> {
  const log: Change[] = [];
  for (let since = from; ; ) {
    const response = await fetch(`${origin}/api/desks/${desk}/changes?since=${since}&limit=1000`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await response.json()) as ChangesAnswer;
    log.push(...page.changes);
    if (page.to >= page.head) return log;
    since = page.to;
  }
}
