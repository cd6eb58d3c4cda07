import { fork } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { DataFolderCode, DataFolderError } from "@flowdesk/server/storage/sqlite/data-folder-error.ts";
import { openWritten, requireDurable } from "@flowdesk/server/storage/sqlite/database.ts";
import { migrate } from "@flowdesk/server/storage/sqlite/migrate.ts";
import { migrations } from "@flowdesk/server/storage/sqlite/migrations/all.ts";
import { databaseName, explain, openSqlite } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { lockForServing } from "@flowdesk/server/storage/sqlite/serve-lock.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { dataFolder, sqliteStore } from "../../fixtures/data-folder.ts";
import { festival, opening } from "../../fixtures/desk.ts";
import { flowdesk } from "../../fixtures/served.ts";

const open = (folder: string) => openSqlite(folder, { onFatal: () => undefined });

function refusal(act: () => unknown): DataFolderError {
  try {
    act();
  } catch (error) {
    return error as DataFolderError;
  }
  throw new Error("It was not refused");
}

function expectRefused(act: () => unknown, code: DataFolderCode, names: string): void {
  const error = refusal(act);
  expect(error).toMatchObject({ name: "DataFolderError", code });
  expect(error.message).toContain(names);
}

/** Does what an ordinary user would: root writes wherever it likes, whatever the modes say. */
function asAnybody<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

describe("A data folder", () => {
  test("is made where there is none, and opened again with what it held", async () => {
    const folder = join(dataFolder(), "deep", "data");
    const first = open(folder);
    await first.createDesk(festival, opening);
    const head = await first.head("festival");
    await first.close();
    const { store } = sqliteStore(folder);
    expect(await store.head("festival")).toEqual(head);
  });

  test("is its owner's alone to read, with all that is being written", async () => {
    const folder = dataFolder();
    const store = open(folder);
    await store.createDesk(festival, opening);
    const files = readdirSync(folder).filter((name) => name.startsWith(databaseName));
    expect(files).toContain(`${databaseName}-wal`);
    for (const name of files) expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
    await store.close();
  });

  test("of a newer version is refused, with both versions", () => {
    const folder = dataFolder();
    void open(folder).close();
    const raw = new DatabaseSync(join(folder, databaseName));
    raw.exec("pragma user_version = 999");
    raw.close();
    expectRefused(() => open(folder), "data.newer", "999");
  });

  test("with another program's database, or with what is none, is refused", () => {
    const foreign = dataFolder();
    const raw = new DatabaseSync(join(foreign, databaseName));
    raw.exec("create table theirs (a)");
    raw.close();
    expectRefused(() => open(foreign), "data.foreign", foreign);
    const text = dataFolder();
    writeFileSync(join(text, databaseName), "This is a letter, and no database. ".repeat(200));
    expectRefused(() => open(text), "data.foreign", text);
  });

  test("that cannot be made or written to is refused", () => {
    const blocked = join(dataFolder(), "file");
    writeFileSync(blocked, "");
    expectRefused(() => open(join(blocked, "data")), "data.readonly", blocked);
    expectRefused(() => open(blocked), "data.readonly", blocked);
  });

  test("where the system lets nothing be made is refused, and does not keep one waiting", () => {
    expectRefused(() => open("/proc/flowdesk/data"), "data.readonly", "/proc/flowdesk/data");
    expectRefused(() => lockForServing("/proc/flowdesk"), "data.readonly", "/proc/flowdesk");
  });

  test("with a database, in which nothing can be written any more, is refused to whoever would open or serve it", async () => {
    const folder = dataFolder();
    const first = open(folder);
    await first.createDesk(festival, opening);
    await first.close();
    const there = readdirSync(folder);
    onTestFinished(() => chmodSync(folder, 0o700));
    for (const mode of [0o666, 0o444]) {
      chmodSync(join(folder, databaseName), mode);
      chmodSync(folder, 0o555);
      expectRefused(() => asAnybody(() => open(folder)), "data.readonly", folder);
      expectRefused(() => asAnybody(() => lockForServing(folder)), "data.readonly", folder);
      chmodSync(folder, 0o700);
      expect(readdirSync(folder)).toEqual(there);
    }
    chmodSync(join(folder, databaseName), 0o600);
    const { store } = sqliteStore(folder);
    expect(await store.head("festival")).toMatchObject({ seq: 0 });
  });

  test("in which everybody may write but the database is read only says so at once", async () => {
    const folder = dataFolder();
    const store = open(folder);
    await store.createDesk(festival, opening);
    await store.close();
    chmodSync(folder, 0o777);
    chmodSync(join(folder, databaseName), 0o444);
    expectRefused(() => asAnybody(() => open(folder)), "data.readonly", join(folder, databaseName));
    chmodSync(join(folder, databaseName), 0o600);
    expect(await sqliteStore(folder).store.head("festival")).toMatchObject({ seq: 0 });
  });

  test.each([
    ["new", 0],
    ["an older release's", 1],
  ])(
    "whose disk has no room for the tables of a database that is %s is refused, and opened once there is room",
    async (_, version) => {
      const folder = dataFolder();
      const file = join(folder, databaseName);
      const raw = openWritten(file);
      const standing = () => Object.values(raw.prepare("pragma user_version").get() ?? {})[0];
      // As it was left: the first tables of all, under our own mark.
      for (const tables of migrations.slice(0, version))
        raw.exec(`${tables}; pragma application_id = ${0x464c4f57}; pragma user_version = ${version}`);
      const [pages] = Object.values(raw.prepare("pragma page_count").get() ?? {});
      raw.exec(`pragma max_page_count = ${Math.max(1, Number(pages))}`);
      const full = refusal(() => migrate(raw, file));
      expect(explain(full, folder, file)).toMatchObject({
        name: "DataFolderError",
        code: "data.full",
        message: expect.stringContaining(folder),
      });
      expect(standing()).toBeLessThan(migrations.length);
      raw.close();
      const { store } = sqliteStore(folder);
      expect(await store.createDesk(festival, opening)).toBe(true);
    },
  );

  test("whose database cannot be opened is refused", () => {
    const folder = dataFolder();
    mkdirSync(join(folder, databaseName));
    expectRefused(() => open(folder), "data.readonly", folder);
  });

  test("with a damaged database is refused", async () => {
    const folder = dataFolder();
    await open(folder).close();
    const file = openSync(join(folder, databaseName), "r+");
    writeSync(file, Buffer.alloc(3_900, 0xff), 0, 3_900, 100);
    closeSync(file);
    expectRefused(() => open(folder), "data.damaged", folder);
  });

  test("L1: where what is committed would not be kept is refused, with what is held to there", () => {
    const file = join(dataFolder(), databaseName);
    openWritten(file).close();
    const raw = new DatabaseSync(file);
    raw.exec("pragma synchronous = normal");
    expectRefused(() => requireDurable(raw, file), "data.not.durable", '"synchronous":1');
    raw.close();
    // As on a file system that shares no memory between processes.
    const place = pathToFileURL(join(dataFolder(), databaseName));
    place.searchParams.set("vfs", "unix-dotfile");
    const shared = new DatabaseSync(place);
    shared.exec("pragma journal_mode = wal; pragma synchronous = full");
    expectRefused(() => requireDurable(shared, place.pathname), "data.not.durable", place.pathname);
    shared.close();
    const refused = refusal(() => requireDurable(new DatabaseSync(":memory:"), file));
    expect(explain(refused, "/data", file)).toBe(refused);
  });

  test("says in a sentence what SQLite says in a number", () => {
    const error = (errcode: number) => Object.assign(new Error("sqlite"), { code: "ERR_SQLITE_ERROR", errcode });
    const codes = ([8, 14, 13, 11, 26, 264] as const).map(
      (code) => (explain(error(code), "/data", "/data/flowdesk.db") as DataFolderError).code,
    );
    expect(codes).toEqual([
      "data.readonly",
      "data.readonly",
      "data.full",
      "data.damaged",
      "data.foreign",
      "data.readonly",
    ]);
    const other = new Error("something else");
    expect(explain(other, "/data", "/data/flowdesk.db")).toBe(other);
  });
});

describe("Serving a data folder", () => {
  test("is for one at a time, and says who does and where", () => {
    const folder = dataFolder();
    const lock = lockForServing(folder);
    expectRefused(() => lockForServing(folder), "data.in.use", `process ${process.pid}`);
    lock.announce("http://127.0.0.1:3000");
    expectRefused(() => lockForServing(folder), "data.in.use", "http://127.0.0.1:3000");
    lock.release();
    lockForServing(folder).release();
  });

  test.skipIf(!existsSync("/dev/full"))("where there is no room left is refused, by the command line too", async () => {
    const folder = dataFolder();
    await open(folder).close();
    // Whatever is written to it finds the disk full.
    symlinkSync("/dev/full", join(folder, "serve.json"));
    expectRefused(() => lockForServing(folder), "data.full", folder);
    const { status, stdout, stderr } = await flowdesk(folder, "serve", "--port", "0");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^There is no room left for the data folder .*\. \(data\.full\)\n$/u);
    rmSync(join(folder, "serve.json"));
    lockForServing(folder).release();
  });

  test("ends with the process, however it dies", async () => {
    const folder = dataFolder();
    const child = fork(fileURLToPath(new URL("../../fixtures/hold-lock.ts", import.meta.url)), [folder], {
      stdio: "ignore",
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    await new Promise((resolve) => child.once("message", resolve));
    expectRefused(() => lockForServing(folder), "data.in.use", `process ${child.pid}`);
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    lockForServing(folder).release();
  });
});
