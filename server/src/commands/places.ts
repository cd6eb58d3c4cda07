import type { Command } from "commander";
import { isAddress } from "../storage/is-address.ts";
import { readAddress } from "../storage/postgres/address.ts";
import { CommandRefused } from "./sentence.ts";

/**
 * Has a folder that is named in the line of a command go before a database that only the environment names. Not for
 * `serve`: a server on a database has a folder of its own beside it.
 * @throws CommandRefused `data.place` if both are named in the line, and only one can be meant
 */
export function preferLine(command: Pick<Command, "name" | "getOptionValueSource" | "setOptionValue">): void {
  const inLine = (option: string) => command.getOptionValueSource(option) === "cli";
  if (!inLine("data")) return;
  if (!inLine("database")) {
    if (command.name() !== "serve") command.setOptionValue("database", undefined);
  } else if (command.name() === "backup")
    throw new CommandRefused("data.place", "Say which is to be backed up: --data with a folder, or --database.");
}

/**
 * Makes sure that `--data` names a folder and `--database` a database, before anything is made in either. Nothing of what
 * was given is repeated: it may hold a password.
 * @throws CommandRefused `data.place`; DatabaseUnusable `database.address`
 */
export function requirePlaces({ data, database }: { readonly data?: unknown; readonly database?: unknown }): void {
  if (typeof data === "string") {
    // A variable of the shell that is not set makes an empty name, which would be the folder one is in.
    if (data.trim() === "")
      throw new CommandRefused(
        "data.place",
        "Name the data folder with --data or FLOWDESK_DATA. What was given is empty.",
      );
    if (isAddress(data))
      throw new CommandRefused(
        "data.place",
        "The data folder is a folder, and what was given is an address. A database is named with --database or FLOWDESK_DATABASE.",
      );
  }
  if (typeof database === "string") readAddress(database);
}
