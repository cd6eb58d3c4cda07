import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { createInvitation } from "@flowdesk/server/account/invitation.ts";
import { backup } from "@flowdesk/server/commands/backup.ts";
import { copy, restore } from "@flowdesk/server/commands/copy.ts";
import { openDesks, type Where } from "@flowdesk/server/compose.ts";
import { backUp } from "@flowdesk/server/storage/copy/back-up.ts";
import type { CopiedRow } from "@flowdesk/server/storage/copy/copied-tables.ts";
import { copyDesks } from "@flowdesk/server/storage/copy/copy-desks.ts";
import { copyPlace } from "@flowdesk/server/storage/copy/copy-place.ts";
import { type CopyTarget, openSource, openTarget } from "@flowdesk/server/storage/copy/place.ts";
import { openSqlite } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { type Change, isItemChange } from "@flowdesk/shared/desk/change.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { emptyState } from "@flowdesk/shared/desk/state.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandRun } from "../../fixtures/command-run.ts";
import { plain } from "../../fixtures/console.ts";
import { type TestDatabase, testDatabase } from "../../fixtures/postgres.ts";
import {
  type CommandResult,
  connect,
  deskWithTokens,
  flowdeskIn,
  mention,
  postMessages,
  type Served,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";

const main = fileURLToPath(new URL("../../../server/flowdesk.mjs", import.meta.url));
const desk = "festival";
const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => flowdeskIn(folder.path, ...args);
let database: TestDatabase;
let served: Served;
let tokens: { manager: string; source: string };
let cookie = "";
let number = 0;

interface Said {
  readonly desks: string[];
  readonly tables: Array<{ table: string; rows: number; checksum: string }>;
  readonly sessionsGoOn: boolean;
}

/** What a command said with --json, having come to its end. */
async function said(command: Promise<CommandResult>): Promise<Said> {
  const { status, stdout, stderr } = await command;
  expect([status, stderr.includes(" at ")]).toEqual([0, false]);
  return JSON.parse(stdout) as Said;
}

/** The code with which a command was refused. */
async function refusal(command: Promise<CommandResult>): Promise<string> {
  const { status, stdout, stderr } = await command;
  expect([status, stdout]).toEqual([1, ""]);
  return /\(([\w.]+)\)\n$/u.exec(stderr)?.[1] ?? stderr;
}

const copyingTo = (from: string, to: string, one?: string) =>
  commandRun(() => copy({ from, to, json: true, ...(one === undefined ? {} : { desk: one }) }));
const backingUp = (where: Where, to: string) => commandRun(() => backup({ ...where, to, json: true }));
const restoring = (from: string, to: string) => commandRun(() => restore({ from, to, json: true }));

const rowsOf = ({ tables }: Said) => Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));

/** What whoever has signed in sees at a server: their desks, and all of the desk's log. */
async function seenAt({ origin }: Served) {
  const session = await fetch(`${origin}/api/me`, { headers: { cookie } });
  const log = await fetch(`${origin}/api/desks/${desk}/changes?since=0&limit=1000`, {
    headers: { authorization: `Bearer ${tokens.manager}` },
  });
  const read = (await log.json()) as { log: string; head: number; changes: unknown[] };
  return { status: session.status, ...read };
}

beforeAll(async () => {
  database = await testDatabase();
  mkdirSync(at("live"));
  const [manager = "", source = ""] = await deskWithTokens(at("live"), desk, "flow-manager", "source");
  tokens = { manager, source };
  await deskWithTokens(at("live"), "shop", "source");
  served = await serve(at("live"));
  const desks = await openDesks({ data: at("live"), origin: served.origin });
  const link = await createInvitation(desks.accounts, { desk, roles: ["administrator"], name: "Maja" });
  await desks.close();
  const joined = await fetch(`${served.origin}/api/invitations/accept`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: served.origin },
    body: JSON.stringify({
      token: new URL(link).hash.slice(1).replace(/^.*=/u, ""),
      name: "Maja",
      email: "maja@example.org",
      password: "a long password of hers",
    }),
  });
  expect([joined.status, joined.ok ? "" : await joined.text()]).toEqual([200, ""]);
  cookie = joined.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const messages = Array.from({ length: 1_200 }, () => mention(++number, { text: `Æ 🎪 "${number}"\n\\` }));
  for (const part of [messages.slice(0, 600), messages.slice(600)])
    await postMessages(served.origin, source, desk, part);
});
afterAll(async () => {
  await served?.stop();
  await database?.drop();
  folder.remove();
});

describe("Copying, backing up and restoring", () => {
  test("L5: carries everything from SQLite to PostgreSQL and back while it is served, and gives each log a new id", async () => {
    let running = true;
    const traffic = (async () => {
      while (running) await postMessages(served.origin, tokens.source, desk, [mention(++number)]);
    })();
    const there = await said(run("copy", "--from", at("live"), "--to", database.url, "--json"));
    running = false;
    await traffic;
    expect(there.desks).toEqual([desk, "shop"]);
    expect(rowsOf(there)).toMatchObject({ desks: 2, user: 1, account: 1, session: 1, tokens: 3, invitations: 1 });
    expect(rowsOf(there).items).toBeGreaterThanOrEqual(1_200);
    expect(there.sessionsGoOn).toBe(true);
    const back = await said(copyingTo(database.url, at("back")));
    expect(back.tables).toEqual(there.tables);

    const [original, onPostgres] = [
      await seenAt(served),
      await serve(at("node"), { args: ["--database", database.url] }),
    ];
    const inPostgres = await seenAt(onPostgres);
    await onPostgres.stop();
    const inFolder = await serve(at("back"));
    const inSqlite = await seenAt(inFolder);
    await inFolder.stop();
    expect(inPostgres.status).toBe(200);
    expect(inSqlite.status).toBe(200);
    expect(new Set([original.log, inPostgres.log, inSqlite.log]).size).toBe(3);
    expect(inSqlite.changes).toEqual(inPostgres.changes);
    expect(inPostgres.changes).toEqual(original.changes.slice(0, inPostgres.changes.length));
  });

  test("copies one desk with its people beside others, and takes accounts that are there for what they are", async () => {
    const shop = await said(copyingTo(at("live"), at("few"), "shop"));
    expect(rowsOf(shop)).toMatchObject({ desks: 1, user: 0, tokens: 1, items: 0 });
    const festival = await said(copyingTo(at("live"), at("few"), desk));
    expect(rowsOf(festival)).toMatchObject({ desks: 1, user: 1, tokens: 2 });
    expect(festival.sessionsGoOn).toBe(false);
    expect(await refusal(copyingTo(at("live"), at("few"), desk))).toBe("copy.desk.exists");
    await said(copyingTo(at("live"), at("other"), "shop"));
    const raw = new DatabaseSync(join(at("other"), "flowdesk.db"));
    raw.exec(
      `insert into "user" values ('another', 'Maja', 'maja@example.org', 0, null, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
    );
    raw.close();
    expect(await refusal(copyingTo(at("live"), at("other"), desk))).toBe("copy.account.other");
  });

  test("L5: backs up while it is served, is restored to where it stood, and a console of a later state loads anew", async () => {
    const { status, stdout } = await run("backup", "--data", at("live"), "--to", at("monday"));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^items +\d{4,}$/mu);
    expect(readdirSync(at("monday")).sort()).toEqual(["flowdesk.db", "secret"]);
    const then = await seenAt(served);
    await postMessages(served.origin, tokens.source, desk, [mention(++number)]);
    await said(restoring(at("monday"), at("restored")));
    const again = await serve(at("restored"));
    const restored = await seenAt(again);
    // A console that stood there before: its number is one of the log's that is there now, and means something else.
    const { log, head } = then;
    const console = await connect(again.origin, tokens.manager);
    const joining = (from: object) => console.emitWithAck("desk.join", { desk, ...from });
    expect(await joining({ since: head, log })).toMatchObject({ ok: true, log: restored.log, head, reset: true });
    expect(await joining({ since: head, log: restored.log })).toMatchObject({ ok: true, reset: false });
    console.disconnect();
    const reading = (from: string) =>
      fetch(`${again.origin}/api/desks/${desk}/changes?since=${head - 1}&log=${from}`, {
        headers: { authorization: `Bearer ${tokens.manager}` },
      });
    const refused = await reading(log);
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: { code: "cursor.reset" } }]);
    expect((await reading(restored.log)).status).toBe(200);
    await again.stop();
    expect(restored.status).toBe(200);
    expect(restored.log).not.toBe(then.log);
    expect(restored.changes).toEqual(then.changes);
    expect(await refusal(backingUp({ data: at("live") }, at("monday")))).toBe("copy.target.not.empty");
  });

  test("L1, L5: a backup made while messages go on coming in is of one moment: all that was acknowledged before, without a gap", async () => {
    mkdirSync(at("busy"));
    const [source = ""] = await deskWithTokens(at("busy"), desk, "source");
    const busy = await serve(at("busy"));
    const acknowledged: string[] = [];
    const post = async (count: number, text: string) => {
      const messages = Array.from({ length: count }, () => mention(++number, { text }));
      const { body } = await postMessages(busy.origin, source, desk, messages);
      expect(body).toMatchObject({ accepted: count });
      acknowledged.push(...messages.map((message) => (message as { externalId: string }).externalId));
    };
    // So much that its pages are not all taken at once.
    for (let round = 0; round < 8; round++) await post(100, "Hvor er mit telt? ".repeat(1_000));
    let isOver = false;
    const posting = [1, 2].map(async (count) => {
      while (!isOver) await post(count, "Og hvor er det nu?");
    });
    const before = [...acknowledged];
    const { status, stderr } = await run("backup", "--data", at("busy"), "--to", at("amid"));
    isOver = true;
    await Promise.all(posting);
    await busy.stop();
    expect([status, stderr.includes(" at ")]).toEqual([0, false]);

    const kept = await openDesks({ data: at("amid") });
    try {
      const copy = await kept.store.copy(desk);
      if (copy === null) throw new Error("The desk is not in the backup");
      const log: Change[] = [];
      for (let page = 1; page > 0; ) {
        const lines = await kept.store.changes(desk, log.at(-1)?.seq ?? 0, 1_000);
        page = lines.length;
        log.push(...lines.map(({ change }) => change));
      }
      expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: copy.head.seq }, (_, index) => index + 1));
      const replayed = log.reduce((state, change) => evolve(state, change), emptyState(copy.state.desk));
      expect(plain(copy.state)).toEqual(plain(replayed));
      const received = new Set(log.flatMap((one) => (isItemChange(one) ? [one.message?.externalId ?? ""] : [])));
      expect(before.filter((id) => !received.has(id))).toEqual([]);
      // They did go on: what came in after it had been made is not in it.
      expect(acknowledged.filter((id) => !received.has(id))).not.toEqual([]);
    } finally {
      await kept.close();
    }
  }, 180_000);

  test("backs PostgreSQL up into a folder, and restores it into another database", async () => {
    const other = await testDatabase();
    try {
      const kept = await said(backingUp({ data: folder.path, database: database.url }, at("kept")));
      const restored = await said(restoring(at("kept"), other.url));
      expect(restored.tables).toEqual(kept.tables);
      const [before, after] = await Promise.all(
        [database, other].map((one) => one.sql("select log, seq from desks order by desk")),
      );
      expect(after?.map(({ seq }) => seq)).toEqual(before?.map(({ seq }) => seq));
      expect(after?.map(({ log }) => log)).not.toEqual(before?.map(({ log }) => log));
    } finally {
      await other.drop();
    }
  });

  test("what only takes readers, or loses what it commits, is backed up and copied from, and not copied into", async () => {
    const name = new URL(database.url).pathname.slice(1);
    const standing = () => database.sql("select xmin, version from flowdesk");
    const before = await standing();
    for (const [place, setting] of ["default_transaction_read_only = on", "synchronous_commit = off"].entries()) {
      await database.sql(`alter database ${name} set ${setting}`);
      try {
        const kept = await said(backingUp({ data: folder.path, database: database.url }, at(`read-only-${place}`)));
        const copied = await said(copyingTo(database.url, at(`of-read-only-${place}`)));
        expect([kept.tables.length > 0, copied.desks]).toEqual([true, [desk, "shop"]]);
        expect(await refusal(copyingTo(at("live"), database.url))).toBe(
          place === 0 ? "database.readonly" : "database.not.durable",
        );
      } finally {
        await database.sql(`alter database ${name} reset all`);
      }
    }
    expect(await standing()).toEqual(before);
  });

  test("a database that cannot be copied from is left as it is", async () => {
    const other = await testDatabase();
    const tables = () => other.sql("select relname from pg_class where relnamespace = 'public'::regnamespace");
    try {
      expect(await refusal(copyingTo(other.url, at("new")))).toBe("copy.source.missing");
      expect(await tables()).toEqual([]);
      await other.sql("create table invoices (id bigint)");
      expect(await refusal(copyingTo(other.url, at("new")))).toBe("database.foreign");
      await other.sql(
        "drop table invoices; create table flowdesk (one bigint not null primary key, version bigint not null); insert into flowdesk values (1, 999)",
      );
      expect(await refusal(backingUp({ data: folder.path, database: other.url }, at("new")))).toBe("database.newer");
      const name = new URL(other.url).pathname.slice(1);
      await other.sql(`update flowdesk set version = 1; alter database ${name} set default_transaction_read_only = on`);
      expect(await refusal(copyingTo(other.url, at("new")))).toBe("database.readonly");
      expect(existsSync(at("new"))).toBe(false);
    } finally {
      await other.drop();
    }
  });

  test("of two backups into one folder the second is refused, and takes nothing of the first away", async () => {
    for (const [place, from] of [database.url, at("live")].entries()) {
      const to = at(`both-${place}`);
      const backingUpTo = () => backUp({ from, to, signal: new AbortController().signal, onProgress: () => undefined });
      const [first, second] = await Promise.allSettled([backingUpTo(), backingUpTo()]);
      expect(first).toMatchObject({ status: "fulfilled" });
      expect(second).toMatchObject({ status: "rejected", reason: { code: "data.in.use" } });
      expect(readdirSync(to).sort()).toEqual(["flowdesk.db", "secret"]);
      expect((await said(restoring(to, at(`of-both-${place}`)))).desks).toEqual([desk, "shop"]);
    }
  });

  test("a backup or a copy that fails leaves nothing of what it made, and all of what was there", async () => {
    const full = Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
    const failing = { signal: AbortSignal.abort(full), onProgress: () => undefined };
    for (const from of [database.url, at("live")]) {
      await expect(backUp({ from, to: at("new"), ...failing })).rejects.toMatchObject({ code: "copy.full" });
      await expect(copyPlace(from, at("new"), { renewsLog: true, ...failing })).rejects.toMatchObject({
        code: "copy.full",
      });
      expect(existsSync(at("new"))).toBe(false);
    }
    mkdirSync(at("theirs"));
    expect(await refusal(copyingTo(at("live"), at("theirs"), "mall"))).toBe("copy.desk.unknown");
    expect(readdirSync(at("theirs"))).toEqual([]);
    writeFileSync(join(at("theirs"), "secret"), "theirs\n");
    writeFileSync(join(at("theirs"), "letter"), "");
    expect(await refusal(copyingTo(at("live"), at("theirs"), "mall"))).toBe("copy.desk.unknown");
    expect(readdirSync(at("theirs")).sort()).toEqual(["letter", "secret"]);
    expect(await refusal(backingUp({ data: at("live") }, at("theirs")))).toBe("copy.target.not.empty");
    expect(readdirSync(at("theirs")).sort()).toEqual(["letter", "secret"]);
  });

  test("a backup that is killed leaves no flowdesk.db, and the next one clears what it left", async () => {
    await database.sql("begin; lock table messages in access exclusive mode");
    const child = spawn(process.execPath, [main, "backup", "--database", database.url, "--to", at("cut")], {
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    while (!existsSync(join(at("cut"), "flowdesk.part", "flowdesk.db")) && child.exitCode === null)
      await new Promise((resume) => setTimeout(resume, 2));
    child.kill("SIGKILL");
    await ended;
    await database.sql("rollback");
    expect(readdirSync(at("cut"))).toEqual(["flowdesk.part"]);
    await said(backingUp({ data: folder.path, database: database.url }, at("cut")));
    expect(readdirSync(at("cut")).sort()).toEqual(["flowdesk.db", "secret"]);
  });

  test("a command is stopped in good order as its terminal goes", async () => {
    const stopping = commandRun(() => backup({ data: at("live"), to: at("hung-up") }));
    expect(process.emit("SIGHUP", "SIGHUP")).toBe(true);
    expect(await refusal(stopping)).toBe("stopped");
    expect(existsSync(at("hung-up"))).toBe(false);
  });

  test("what is restored or copied from stays as it is, whether it keeps a log of writes or not", async () => {
    const standing = (folder: string) =>
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]);
    await said(backingUp({ data: at("live") }, at("kept-still")));
    for (const logged of [false, true]) {
      const raw = new DatabaseSync(join(at("kept-still"), "flowdesk.db"));
      if (logged) raw.exec("pragma journal_mode = wal");
      raw.close();
      const before = standing(at("kept-still"));
      await said(restoring(at("kept-still"), at(`still-${logged}`)));
      expect(standing(at("kept-still"))).toEqual(before);
    }
  });

  test("what is interrupted was never there", async () => {
    const other = await testDatabase();
    try {
      for (const to of [at("half"), other.url]) {
        const [source, target] = [await openSource(at("live")), await openTarget(to)];
        const stop = new AbortController();
        const copying = copyDesks(source, target, {
          renewsLog: true,
          signal: stop.signal,
          onProgress: (phase) => phase === "checking" && stop.abort(new Error("stopped")),
        });
        await expect(copying).rejects.toThrow("stopped");
        await target.close();
        await source.close();
        expect((await said(copyingTo(at("live"), to))).desks.length).toBe(2);
      }
    } finally {
      await other.drop();
    }
  });

  test("L5: what is not written as it was read is refused, and nothing of it is kept", async () => {
    const other = await testDatabase();
    /** Disks that keep something else than they were given. */
    const faults: Array<(rows: readonly CopiedRow[]) => readonly CopiedRow[]> = [
      (rows) => rows.slice(1),
      ([first = [], ...rows]) => [first.with(-1, `${String(first.at(-1))} `), ...rows],
    ];
    try {
      for (const to of [at("tampered"), other.url])
        for (const fault of faults) {
          const [source, target] = [await openSource(at("live")), await openTarget(to)];
          const insert: CopyTarget["insert"] = (table, rows) =>
            target.insert(table, table.name === "messages" ? fault(rows) : rows);
          const copying = copyDesks(
            source,
            { ...target, insert },
            { renewsLog: true, signal: new AbortController().signal, onProgress: () => undefined },
          );
          await expect(copying).rejects.toMatchObject({
            code: "copy.differs",
            message: expect.stringContaining("messages"),
          });
          await target.close();
          await source.close();
        }
      expect(existsSync(at("tampered"))).toBe(false);
      expect(await other.sql("select desk from desks union all select id from messages")).toEqual([]);
    } finally {
      await other.drop();
    }
  });

  test("a copy that is killed leaves a folder into which it can be made anew", async () => {
    const other = await testDatabase();
    try {
      await said(copyingTo(at("live"), other.url));
      // Whoever reads messages waits for a lock, and who counts them does not: by then desks and items have been copied.
      await other.sql(
        `create function held() returns boolean language plpgsql as $$ begin
          if current_query() not like '%count(%' then perform pg_advisory_xact_lock(7); end if;
          return true;
        end $$;
        alter table messages rename to kept; create view messages as select * from kept where held();
        select pg_advisory_lock(7)`,
      );
      const child = spawn(process.execPath, [main, "copy", "--from", other.url, "--to", at("killed")], {
        stdio: "ignore",
      });
      const ended = new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
      const waiting = "select from pg_locks where locktype = 'advisory' and objid = 7 and not granted";
      await expect.poll(() => other.sql(waiting), { timeout: 60_000 }).toHaveLength(1);
      child.kill("SIGKILL");
      expect(await ended).toBe("SIGKILL");
      expect(existsSync(join(at("killed"), "serve.lock"))).toBe(true);
      const raw = new DatabaseSync(join(at("killed"), "flowdesk.db"));
      for (const table of ["desks", "items"])
        expect(raw.prepare(`select count(*) as count from ${table}`).get()).toEqual({ count: 0 });
      raw.close();
      await other.sql("select pg_advisory_unlock(7); drop view messages; alter table kept rename to messages");
      const [wanted, made] = [
        await other.sql("select id from messages"),
        await said(copyingTo(other.url, at("killed"))),
      ];
      expect(made.desks).toEqual([desk, "shop"]);
      expect(rowsOf(made).messages).toBe(wanted.length);
    } finally {
      await other.drop();
    }
  });

  test("says what is wrong with where it is to read or write", async () => {
    expect(await refusal(copyingTo(at("live"), at("live")))).toBe("copy.same");
    for (const none of ["", " "]) expect(await refusal(copyingTo(at("live"), none))).toBe("copy.place");
    expect(await refusal(copyingTo("", at("new")))).toBe("copy.place");
    expect(await refusal(backingUp({ data: at("live") }, ""))).toBe("copy.place");
    for (const odd of ["postgress://me:secret@h/x", "mysql://me:secret@h/x"])
      expect(await refusal(copyingTo(at("live"), odd))).toBe("database.address");
    expect(await refusal(copyingTo(at("nothing"), at("new")))).toBe("copy.source.missing");
    expect(await refusal(copyingTo(at("live"), at("no/disk/here")))).toBe("copy.target.missing");
    expect(await refusal(backingUp({ data: at("live") }, at("no/disk/here")))).toBe("copy.target.missing");
    expect(await refusal(backingUp({ data: at("nothing") }, at("new")))).toBe("copy.source.missing");
    expect(await refusal(copyingTo(at("live"), at("new"), "mall"))).toBe("copy.desk.unknown");
    expect(await refusal(copyingTo(at("monday"), at("live")))).toBe("data.in.use");
    const wrong = new URL(database.url);
    wrong.password = "wrong";
    expect(await refusal(copyingTo(wrong.href, at("new")))).toBe("database.password");
    expect(await refusal(copyingTo(at("live"), wrong.href))).toBe("database.password");
    expect(await refusal(restoring(database.url, at("new")))).toBe("restore.from");

    await openSqlite(at("empty"), { onFatal: () => undefined }).close();
    expect(await refusal(copyingTo(at("empty"), at("new")))).toBe("copy.nothing");
    expect(existsSync(at("new"))).toBe(false);

    mkdirSync(at("newer"));
    const newer = new DatabaseSync(join(at("newer"), "flowdesk.db"));
    newer.exec(`pragma application_id = ${0x464c4f57}; pragma user_version = 999`);
    newer.close();
    expect(await refusal(copyingTo(at("newer"), at("new")))).toBe("data.newer");

    mkdirSync(at("damaged"));
    const bytes = readFileSync(join(at("monday"), "flowdesk.db"));
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 40_000);
    writeFileSync(join(at("damaged"), "flowdesk.db"), bytes);
    expect(await refusal(restoring(at("damaged"), at("new")))).toBe("copy.damaged");
  });

  test("a backup that is cut off is refused as such, and nothing is written at either place", async () => {
    const whole = readFileSync(join(at("monday"), "flowdesk.db"));
    const sizes = [0, 50, 1_000, 8_192, whole.length / 2, whole.length - 8_192];
    for (const [place, size] of sizes.entries()) {
      const from = at(`cut-off-${place}`);
      const cut = whole.subarray(0, size);
      mkdirSync(from);
      writeFileSync(join(from, "flowdesk.db"), cut);
      const { status, stdout, stderr } = await restoring(from, at("new"));
      expect([size, status, stdout, stderr]).toEqual([size, 1, "", expect.stringContaining("(copy.damaged)\n")]);
      expect(stderr).toContain(`The backup ${join(from, "flowdesk.db")} is damaged or cut off`);
      expect(existsSync(at("new"))).toBe(false);
      expect(readdirSync(from)).toEqual(["flowdesk.db"]);
      expect(readFileSync(join(from, "flowdesk.db")).equals(cut)).toBe(true);
    }
    // Another program's database is no backup, damaged or not.
    mkdirSync(at("foreign"));
    const foreign = new DatabaseSync(join(at("foreign"), "flowdesk.db"));
    foreign.exec("create table notes (text)");
    foreign.close();
    expect(await refusal(restoring(at("foreign"), at("new")))).toBe("data.foreign");
    expect(await refusal(restoring(at("newer"), at("new")))).toBe("data.newer");
  });

  test("a database that was cut to nothing, or is no file, is not backed up or copied from as if it held nothing", async () => {
    mkdirSync(at("cut-to-nothing"));
    writeFileSync(join(at("cut-to-nothing"), "flowdesk.db"), "");
    mkdirSync(join(at("directory"), "flowdesk.db"), { recursive: true });
    for (const [from, code] of [
      ["cut-to-nothing", "copy.source.missing"],
      ["directory", "data.foreign"],
    ] as const) {
      expect(await refusal(run("backup", "--data", from, "--to", "of-nothing"))).toBe(code);
      expect(await refusal(run("copy", "--from", from, "--to", "of-nothing"))).toBe(code);
      expect(existsSync(at("of-nothing"))).toBe(false);
      expect(readdirSync(at(from))).toEqual(["flowdesk.db"]);
    }
    expect(readFileSync(join(at("cut-to-nothing"), "flowdesk.db"))).toHaveLength(0);
  });
});
