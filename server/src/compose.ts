import type { AccountDeps } from "./account/account-deps.ts";
import { databaseMemberships } from "./account/membership.ts";
import { Authority } from "./desk/authority.ts";
import type { Answer, DeskService } from "./desk/desk-service.ts";
import { ErasingDesks } from "./desk/erasure/erasing-desks.ts";
import { eraseKept } from "./desk/erasure/kept-files.ts";
import { failedCommands } from "./desk/failed-commands.ts";
import { newId } from "./desk/new-id.ts";
import { loadRoster } from "./desk/roster.ts";
import { seldom } from "./desk/seldom.ts";
import { type LoggedChange, StoreGone, StoreUnavailable } from "./desk/store.ts";
import { whyAway } from "./desk/why-away.ts";
import { openStorage, type Storage } from "./storage/open-storage.ts";
import type { RunFigures } from "./storage/queries/run-figures.ts";
import { servedAt } from "./storage/sqlite/serve-lock.ts";
import type { TableStore } from "./storage/table-store.ts";
import type { TransportLog } from "./transport/log.ts";

/** Where desks are kept. */
export interface Where {
  /** The data folder. */
  readonly data: string;
  /** `postgres://…`; absent for SQLite in the data folder. */
  readonly database?: string;
}

/** The desks of a database, with their authority: all that a command of the command line needs. */
export interface Desks {
  readonly store: TableStore;
  /** What the desks are kept in. */
  readonly storage: Storage;
  readonly service: DeskService;
  readonly accounts: AccountDeps;
  /** The IANA zone of a desk; null if there is no such desk. */
  zoneOf(desk: string): Promise<string | null>;
  /** The ids of a desk's channels that are in use. */
  channelsOf(desk: string): Promise<readonly string[]>;
  /** What a run that began at `since` came to, from what is stored. */
  figuresOf(desk: string, run: string, since: number): Promise<RunFigures>;
  /**
   * Writes down that something has failed: as `tell` does, or why the database is away if it was that, each reason at most
   * once in ten seconds, whoever has met it.
   */
  readonly failed: (error: unknown, tell: () => void) => void;
  /** Sends a command as the command line. */
  command(desk: string, type: string, data: object): Promise<Answer>;
  /** Answers what has been taken, and lets go of the folder. */
  close(): Promise<void>;
}

/** Where people open the console of a folder that has never been served. */
const usualOrigin = "http://127.0.0.1:3000";

const onStderr: TransportLog = {
  debug() {},
  info() {},
  warn: (about, message) => process.stderr.write(`${message} ${JSON.stringify(about)}\n`),
  error: (about, message) => process.stderr.write(`${message} ${JSON.stringify(about)}\n`),
};

/**
 * Opens the desks of a database, or of a data folder where none is named. A server may have them open too: its consoles
 * see what is done here.
 * @throws DataFolderError, DatabaseUnusable if they cannot be opened.
 */
export async function openDesks(
  options: Where & {
    readonly origin?: string;
    readonly log?: TransportLog;
    readonly committed?: (desk: string, changes: readonly LoggedChange[]) => void;
    /** An author is being erased from a desk. */
    readonly erasing?: (desk: string) => Promise<void>;
  },
): Promise<Desks> {
  const log = options.log ?? onStderr;
  const away = seldom(
    (error: StoreUnavailable) =>
      error instanceof StoreGone ? log.error({ data: options.data }, error.message) : log.warn({}, whyAway(error)),
    ({ message }) => message,
  );
  const failed: Desks["failed"] = (error, tell) => (error instanceof StoreUnavailable ? away(error) : tell());
  const cannotWrite = seldom((desk: string, err: Error) => log.warn({ desk, err }, "the desk cannot be written to"));
  const storage = await openStorage({
    data: options.data,
    database: options.database ?? null,
    onFatal: (error) => {
      log.error({ err: String(error) }, "the storage has failed again and again; ending");
      process.exit(1);
    },
    onAway: away,
  });
  const { store, accounts: db, engine, clock } = storage;
  const authority = new Authority({
    store,
    now: clock,
    newId,
    committed: options.committed ?? (() => {}),
    keep: failedCommands(options.data, clock, (about, message) => log.warn(about, message)),
    unavailable: (desk, error) => failed(error, () => cannotWrite(desk, error)),
  });
  const service = new ErasingDesks({
    desks: authority,
    store,
    eraseKept: async (desk, sought) => {
      await options.erasing?.(desk);
      return eraseKept(options.data, desk, sought, clock());
    },
    warn: (about, message) => log.warn(about, message),
  });
  const rosterOf = async (desk: string) => (await loadRoster(store, desk))?.roster ?? null;
  return {
    store,
    storage,
    service,
    failed,
    accounts: {
      db,
      engine,
      desks: service,
      memberships: databaseMemberships(db),
      now: clock,
      origin: options.origin ?? servedAt(options.data) ?? usualOrigin,
    },
    zoneOf: async (desk) => (await rosterOf(desk))?.desk.zone ?? null,
    channelsOf: async (desk) => (await rosterOf(desk))?.channels() ?? [],
    figuresOf: (desk, run, since) => store.read("runFigures", { desk, run, since }),
    command: (desk, type, data) =>
      service.submit(desk, { id: newId(), type, data, actor: { kind: "system", id: "command-line" }, lane: "sources" }),
    close: async () => {
      await service.drain();
      await store.close();
    },
  };
}
