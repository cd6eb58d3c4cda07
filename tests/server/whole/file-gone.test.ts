import { once } from "node:events";
import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { json } from "node:stream/consumers";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import { afterEach, describe, expect, test } from "vitest";
import { connect, deskWithTokens, mention, type Served, serve, temporaryFolder } from "../../fixtures/served.ts";

const desk = "gone";
const endings = ["", "-wal", "-shm"];
let folder = temporaryFolder();
let served: Served | null = null;

const at = (name: string) => join(folder.path, name);
const file = () => at("flowdesk.db");

afterEach(async () => {
  await served?.stop();
  served = null;
  folder.remove();
  folder = temporaryFolder();
});

async function serving() {
  const [source = "", manager = ""] = await deskWithTokens(folder.path, desk, "source", "flow-manager");
  served = await serve(folder.path);
  const { origin, output } = served;
  const post = (number: number) => postTo(origin, source, number);
  return { origin, output, manager, post, ready: () => ask(`${origin}/readyz`) };
}

/** Asks on a connection of its own: one that rests while a refusal is waited for may just be let go of. */
async function ask(
  url: string,
  token?: string,
  body?: object,
): Promise<{ status: number; error?: { code: string; message: string } }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const asking = request(url, { agent: false, method: body === undefined ? "GET" : "POST", headers });
  asking.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  return { ...((await json(response)) as object), status: response.statusCode ?? 0 };
}

const postTo = (origin: string, token: string, number: number) =>
  ask(`${origin}/api/desks/${desk}/messages`, token, { messages: [mention(number)] });

/** Which messages a database holds. */
function heldIn(path: string): string[] {
  const raw = new DatabaseSync(path);
  try {
    return raw
      .prepare("select external_id as id from messages order by 1")
      .all()
      .map(({ id }) => String(id));
  } finally {
    raw.close();
  }
}

const refused = { status: 503, error: { code: "desk.unavailable" } };
const unready = { status: 503, error: { code: "not.ready" } };

describe("L1: a database's file that goes away under a running server takes nothing with it that was acknowledged", () => {
  test("moved: messages and commands are refused, /readyz and the log say why, and once it is back it goes on with all that was acknowledged", async () => {
    const { origin, output, manager, post, ready } = await serving();
    const acknowledged = new Set<string>();
    let [number, settled] = [0, false];
    const hail = (async () => {
      while (!settled) {
        const id = number++;
        if ((await post(id)).status === 200) acknowledged.add(`m-${id}`);
        else settled = true;
      }
    })();
    await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(5);
    renameSync(file(), at("moved.db"));
    await hail;
    expect(await post(number++)).toMatchObject(refused);
    expect(await ready()).toMatchObject(unready);
    expect((await ready()).error?.message).toContain("flowdesk.db was moved or removed");
    await expect.poll(output, { timeout: 60_000 }).toContain("flowdesk.db was moved or removed");
    // Whole by itself, without the log of writes that was left behind.
    copyFileSync(at("moved.db"), at("looked-at.db"));
    expect(heldIn(at("looked-at.db"))).toEqual(expect.arrayContaining([...acknowledged]));
    const socket = await connect(origin, manager);
    const command: CommandAnswer = await socket
      .timeout(60_000)
      .emitWithAck("command", { id: "c-1", desk, type: "briefing.write", text: "Indgang 3 er lukket." });
    socket.disconnect();
    expect(command).toMatchObject({ ok: false, error: { code: "desk.unavailable" } });

    renameSync(at("moved.db"), file());
    expect(await ready()).toMatchObject({ status: 200 });
    const { status } = await post(number);
    expect(status).toBe(200);
    acknowledged.add(`m-${number}`);
    await served?.stop();
    expect([...acknowledged].filter((id) => !heldIn(file()).includes(id))).toEqual([]);
  }, 240_000);

  test("removed: nothing is acknowledged from then on", async () => {
    const { post, ready, output } = await serving();
    expect((await post(1)).status).toBe(200);
    for (const ending of endings) rmSync(`${file()}${ending}`);
    expect(await post(2)).toMatchObject(refused);
    expect(await ready()).toMatchObject(unready);
    await expect.poll(output, { timeout: 60_000 }).toContain("flowdesk.db was moved or removed");
    expect(existsSync(file())).toBe(false);
  }, 240_000);

  test("replaced: stays refused and says to start again, and a start goes on with what was put there, without what the old one had left", async () => {
    const [source = ""] = await deskWithTokens(folder.path, desk, "source");
    copyFileSync(file(), at("backup.db"));
    served = await serve(folder.path);
    const { origin } = served;
    expect((await postTo(origin, source, 1)).status).toBe(200);
    renameSync(file(), at("old.db"));
    copyFileSync(at("backup.db"), file());
    expect(await postTo(origin, source, 2)).toMatchObject(refused);
    const said = await ask(`${origin}/readyz`);
    expect(said).toMatchObject(unready);
    expect(said.error?.message).toMatch(/Another file was put in the place of flowdesk\.db.*start it again/u);
    // Killed: whoever stops in good order has another chance to leave nothing behind.
    await served.kill();
    served = await serve(folder.path);
    expect((await postTo(served.origin, source, 3)).status).toBe(200);
    await served.stop();
    expect(heldIn(file())).toEqual(["m-3"]);
    expect(heldIn(at("old.db"))).toEqual(["m-1"]);
  }, 240_000);

  test("its log of writes removed: nothing more is acknowledged, and what was stands in the database, though the server be killed", async () => {
    const { post, ready } = await serving();
    expect((await post(1)).status).toBe(200);
    rmSync(`${file()}-wal`);
    expect(await post(2)).toMatchObject(refused);
    expect((await ready()).error?.message).toContain("flowdesk.db-wal");
    await served?.kill();
    expect(heldIn(file())).toEqual(["m-1"]);
  }, 240_000);
});
