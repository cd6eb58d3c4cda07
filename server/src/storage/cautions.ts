import { millis, minute } from "@flowdesk/shared/time/instant.ts";
import type { Storage } from "./open-storage.ts";

/** What does not keep a database from being used, and is to be known to whoever runs the server. */
export interface Caution {
  readonly code: "clock.off" | "clock.behind" | "database.page.writes";
  readonly message: string;
}

/** A clock that is off by less than this is not spoken of, in ms. */
const forgiven = minute;

/**
 * What is to be known of a database at the start: a clock that is off, and PostgreSQL with `full_page_writes` off, which
 * some file systems and services can do without.
 * @param now the machine's own clock, in ms UTC
 */
export async function cautionsOf(
  {
    engine,
    store,
    clock,
  }: Pick<Storage, "engine" | "clock"> & { readonly store: Pick<Storage["store"], "query" | "heads"> },
  now: number,
): Promise<readonly Caution[]> {
  const found: Caution[] = [];
  const off = now - clock();
  if (Math.abs(off) > forgiven)
    found.push({
      code: "clock.off",
      message: `This machine's clock is ${minutes(off)} ${off > 0 ? "ahead of" : "behind"} the database's. Desks go by the database's; set this one right.`,
    });
  const last = Math.max(0, ...Array.from((await store.heads()).values(), ({ at }) => millis(at)));
  if (last - clock() > forgiven)
    found.push({
      code: "clock.behind",
      message: `The clock is ${minutes(last - clock())} behind the last change of a desk. Set it right: until it gets there, everything on that desk happens at the time of that change.`,
    });
  if (engine === "postgres") {
    const { rows } = await store.query("select current_setting('full_page_writes') as writes", [], false);
    if (rows[0]?.writes === "off")
      found.push({
        code: "database.page.writes",
        message:
          "full_page_writes is off: a machine that crashes can leave half a page behind, and with it what was acknowledged. Turn it on, unless the file system or the service under the database writes pages whole.",
      });
  }
  return found;
}

function minutes(ms: number): string {
  const count = Math.round(Math.abs(ms) / minute);
  return `${count} ${count === 1 ? "minute" : "minutes"}`;
}
