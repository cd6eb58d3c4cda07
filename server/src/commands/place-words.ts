import type { Where } from "../compose.ts";

/**
 * What a command typed next in the same shell has to be told, with a space before it, to be about the same place; nothing
 * where the shell's variables name it. An address is left out: it may hold a password.
 */
export function placeWords({ data, database }: Where, shell: NodeJS.ProcessEnv = process.env): string {
  const { FLOWDESK_DATA: folder = "./data", FLOWDESK_DATABASE: address } = shell;
  // A folder in the line goes before a database that only a variable names.
  const saysData = data !== folder || (database === undefined && address !== undefined);
  const saysDatabase = database !== undefined && database !== address;
  return `${saysData ? ` ${dataWords(data)}` : ""}${saysDatabase ? " --database ..." : ""}`;
}

/** `--data` with a folder, as a shell takes it. */
export function dataWords(folder: string): string {
  return `--data ${/^[\w@%+=:,./-]+$/u.test(folder) ? folder : quoted(folder)}`;
}

function quoted(word: string): string {
  return process.platform === "win32" ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
