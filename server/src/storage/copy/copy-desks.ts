import { createHash, randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type CopiedRow, type CopiedTable, copiedTables, peopleTables } from "./copied-tables.ts";
import { CopyRefused } from "./copy-refused.ts";
import type { Among, CopySource, CopyTarget } from "./place.ts";

/** Rows are carried over so many at a time. */
const page = 500;

/** What was carried over of a table; `checksum` is SHA-256 over all of it, the same on both sides. */
export interface CopiedCount {
  readonly table: string;
  readonly rows: number;
  readonly checksum: string;
}

/** A copy that was made, and has compared what it wrote with what it read. */
export interface CopyReport {
  readonly desks: readonly string[];
  readonly tables: readonly CopiedCount[];
  /** Accounts that the target had already, by the same id and e-mail. */
  readonly accountsThere: number;
  /** Whether sessions go on in the target: it signs with what the source signs with. */
  readonly sessionsGoOn: boolean;
}

export interface CopyOptions {
  /** One desk; absent: all. */
  readonly desk?: string;
  /** Whether every desk's log gets a new id (rule L5). A backup keeps it: what is restored from it gets a new one. */
  readonly renewsLog: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (phase: string, done: number, total: number) => void;
}

/**
 * Copies desks with everything they hold, and the accounts of their people, between two databases of any engine. All of it
 * is one transaction in the target: interrupted, it was never there.
 * @throws CopyRefused with the target as it was before
 */
export async function copyDesks(source: CopySource, target: CopyTarget, options: CopyOptions): Promise<CopyReport> {
  const { ofDesks, ofPeople } = copiedTables();
  const [desksTable] = ofDesks;
  const [userTable] = ofPeople;
  if (desksTable === undefined || userTable === undefined)
    throw new Error("The tables of desks and people are not known.");
  const desks = await chosen(source, desksTable, options.desk);
  await requireAbsent(target, desksTable, desks);
  const people = await peopleOf(source, target, { userTable, ofDesks, desks, all: options.desk === undefined });
  const parts = [
    ...ofDesks.map((table) => ({ table, among: { column: "desk", values: desks } })),
    ...ofPeople.map((table) => ({
      table,
      among: { column: peopleTables.get(table.name) ?? "id", values: people.ids },
    })),
  ];
  let total = 0;
  for (const { table, among } of parts) total += await source.count(table, among);
  const progress = (phase: string) => {
    let done = 0;
    return (rows: number) => {
      done += rows;
      options.onProgress(phase, done, total);
    };
  };

  const copied = progress("copying");
  const read: CopiedCount[] = [];
  for (const { table, among } of parts) {
    const log = options.renewsLog && table === desksTable ? table.columns.indexOf("log") : -1;
    read.push(
      await eachPage(source, table, among, options.signal, async (rows) => {
        await target.insert(table, log === -1 ? rows : rows.map((row) => row.with(log, randomUUID())));
        copied(rows.length);
      }),
    );
  }
  const checked = progress("checking");
  for (const [index, { table, among }] of parts.entries()) {
    const written = await eachPage(target, table, among, options.signal, async (rows) => checked(rows.length));
    const wanted = read[index];
    if (written.rows !== wanted?.rows || written.checksum !== wanted.checksum)
      throw new CopyRefused(
        "copy.differs",
        `What was written into ${table.name} is not what was read (${written.rows} rows, ${wanted?.rows} wanted). Nothing of it is kept. Look at the target's disk.`,
      );
  }
  const secret = options.desk === undefined && people.there === 0 ? await source.secret() : null;
  const sessionsGoOn = secret !== null && (await target.giveSecret(secret));
  options.signal.throwIfAborted();
  await target.commit();
  return { desks, tables: read, accountsThere: people.there, sessionsGoOn };
}

async function chosen(source: CopySource, table: CopiedTable, desk: string | undefined): Promise<readonly string[]> {
  const there = await source.all(table, "desk");
  if (desk === undefined) {
    if (there.length === 0) throw new CopyRefused("copy.nothing", "There are no desks to copy.");
    return there;
  }
  if (there.includes(desk)) return [desk];
  throw new CopyRefused(
    "copy.desk.unknown",
    `There is no desk "${desk}" to copy.${there.length === 0 ? "" : ` There ${there.length === 1 ? "is" : "are"}: ${there.join(", ")}.`}`,
  );
}

async function requireAbsent(target: CopyTarget, table: CopiedTable, desks: readonly string[]): Promise<void> {
  const there = new Set(await target.all(table, "desk"));
  const both = desks.filter((desk) => there.has(desk));
  if (both.length > 0)
    throw new CopyRefused(
      "copy.desk.exists",
      `The target has ${both.map((desk) => `"${desk}"`).join(", ")} already. Copy into a place that has not; nothing is ever overwritten.`,
    );
}

/** Whose accounts are to be carried over, and how many of theirs the target has already. */
async function peopleOf(
  source: CopySource,
  target: CopyTarget,
  asked: {
    readonly userTable: CopiedTable;
    readonly ofDesks: readonly CopiedTable[];
    readonly desks: readonly string[];
    readonly all: boolean;
  },
): Promise<{ ids: readonly string[]; there: number }> {
  const { userTable, ofDesks, desks } = asked;
  const wanted = new Set(asked.all ? await source.all(userTable, "id") : []);
  if (!asked.all) {
    const naming = new Map([
      ["members", "user"],
      ["invitations", "used_by"],
      ["sign_in_links", "user_id"],
    ]);
    for (const table of ofDesks) {
      const place = table.columns.indexOf(naming.get(table.name) ?? "");
      if (place === -1) continue;
      await eachPage(source, table, { column: "desk", values: desks }, null, async (rows) => {
        for (const row of rows) if (row[place] !== null) wanted.add(String(row[place]));
      });
    }
  }
  const emails = new Map<string, string>();
  const [id, email] = [userTable.columns.indexOf("id"), userTable.columns.indexOf("email")];
  const everybody = { column: "id", values: await target.all(userTable, "id") };
  await eachPage(target, userTable, everybody, null, async (rows) => {
    for (const row of rows) emails.set(String(row[email]), String(row[id]));
  });
  const ids: string[] = [];
  let there = 0;
  await eachPage(source, userTable, { column: "id", values: [...wanted] }, null, async (rows) => {
    for (const row of rows) {
      const other = emails.get(String(row[email]));
      if (other === undefined) ids.push(String(row[id]));
      else if (other === row[id]) there++;
      else
        throw new CopyRefused(
          "copy.account.other",
          `The target has another account for ${String(row[email])}. Copy into an empty place, or invite the person anew there.`,
        );
    }
  });
  return { ids, there };
}

/** Hands over a table's rows page by page, and gives their number and checksum, a log's id left out, as a copy has its own. */
async function eachPage(
  place: CopySource,
  table: CopiedTable,
  among: Among,
  signal: AbortSignal | null,
  take: (rows: readonly CopiedRow[]) => Promise<void>,
): Promise<CopiedCount> {
  const sum = createHash("sha256");
  const key = table.key.map((column) => table.columns.indexOf(column));
  const log = table.name === "desks" ? table.columns.indexOf("log") : -1;
  let rows = 0;
  let after: CopiedRow | null = null;
  for (;;) {
    // What stops a copy is heard between pages.
    await nextTurn();
    signal?.throwIfAborted();
    const read: readonly CopiedRow[] = await place.page(table, among, after, page);
    const last = read.at(-1);
    if (last === undefined) break;
    for (const row of read) sum.update(`${JSON.stringify(log === -1 ? row : row.with(log, ""))}\n`);
    rows += read.length;
    await take(read);
    after = key.map((column) => last[column] ?? null);
    if (read.length < page) break;
  }
  return { table: table.name, rows, checksum: sum.digest("hex") };
}
