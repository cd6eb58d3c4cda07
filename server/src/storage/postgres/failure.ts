import { StorageFull, StoreUnavailable } from "../../desk/store.ts";
import { isTls } from "./tls.ts";
import { DatabaseUnusable } from "./unusable.ts";

/** States in which the database, or the way to it, is not there for now (PostgreSQL's manual, appendix A). */
const away: ReadonlySet<string> = new Set([
  "25006", // read-only: another machine is the primary now
  "25P03", // idle in a transaction for too long
  "25P04", // in a transaction for too long
  "28000", // not allowed in (any more)
  "28P01", // the password is another one now
  "3D000", // no such database (any more)
  "40001", // serialization failure
  "40P01", // deadlock
  "53200", // out of memory
  "53300", // too many connections
  "55P03", // the lock was not to be had in time
  "55000", // it lets nobody in
  "57014", // it took too long
  "57P01", // shut down by its administrator
  "57P02", // shut down by a crash
  "57P03", // starting up
  "57P05", // idle for too long
]);

/** What the driver says of a connection that has broken or could not be made: it gives no code. */
const brokenOff =
  /Connection terminated|connection timeout|timeout expired|timeout exceeded|not queryable|read timeout|Client was closed|pool after calling end/iu;

/** SQLSTATE of an error of PostgreSQL's; null for every other error. */
export function stateOf(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[0-9A-Z]{5}$/u.test(code) && "severity" in (error as object) ? code : null;
}

/** Whether the connection is gone, so that it is not known what the database did with what it was sent last. */
export function isLost(error: unknown): boolean {
  const state = stateOf(error);
  if (state !== null) return state.startsWith("08") || state.startsWith("57P") || /^25P0[34]$/u.test(state);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (
    (code !== undefined && syscall !== undefined) || brokenOff.test(error.message) || isTls(error) || isManyFold(error)
  );
}

/** Several addresses were tried, and none answered. */
function isManyFold(error: Error): boolean {
  return error instanceof AggregateError && error.errors.every((one) => isLost(one));
}

/** An error as those who use the store are told it: the errors of `Store`, where it is one of them. */
export function told(error: unknown): unknown {
  const state = stateOf(error);
  if (state === "53100") return new StorageFull("The database has no room left.", { cause: error });
  // It answers: what keeps it from being written to is a setting of its own.
  if (error instanceof DatabaseUnusable) return new StoreUnavailable(`${error.message} (${error.code})`);
  if (isLost(error) || (state !== null && away.has(state)))
    return new StoreUnavailable("The database does not answer now.", {
      cause: state?.startsWith("28") ? keptOut(error) : error,
    });
  return error;
}

/** What the database says of a user whom it does not let in has the user's name in it, and is told on screens and in logs. */
function keptOut(error: unknown): Error {
  return new Error(`the user and password are not taken any more (${stateOf(error)}).`, { cause: error });
}
