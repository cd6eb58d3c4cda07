import { isAddress } from "../storage/is-address.ts";
import { readAddress } from "../storage/postgres/address.ts";
import { CommandRefused } from "./sentence.ts";

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
