import { type BigIntStats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isAddress } from "../is-address.ts";
import { databaseName } from "../sqlite/open-sqlite.ts";
import { CopyRefused } from "./copy-refused.ts";

/**
 * Makes sure that a place to copy to is not the one to copy from, however each is written. One that cannot be looked at is
 * left to who opens it, and says why.
 * @throws CopyRefused `copy.same`
 */
export async function requireOtherPlace(from: string, to: string): Promise<void> {
  const named = [from, to].every((place) => place.trim() !== "");
  if (!named || isAddress(from) !== isAddress(to)) return;
  if (isAddress(from) ? await isOneDatabase(from, to) : isOneFolder(from, to))
    throw new CopyRefused("copy.same", "The place to copy to is the one to copy from. Name another.");
}

/** Whether both names lead to one folder, or to folders in which one database stands. */
function isOneFolder(one: string, other: string): boolean {
  return (
    resolve(one) === resolve(other) ||
    isOneFile(one, other) ||
    isOneFile(join(one, databaseName), join(other, databaseName))
  );
}

function isOneFile(one: string, other: string): boolean {
  const [first, second] = [standing(one), standing(other)];
  return first !== null && second !== null && first.dev === second.dev && first.ino === second.ino;
}

/** As whole numbers: on some systems those of two files differ only where a number would be rounded. */
function standing(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

async function isOneDatabase(one: string, other: string): Promise<boolean> {
  if (one.trim() === other.trim()) return true;
  const { whichDatabase } = await import("./which-database.ts");
  const first = await whichDatabase(one);
  return first !== null && first === (await whichDatabase(other));
}
