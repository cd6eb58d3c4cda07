import { existsSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { firstRetention } from "@flowdesk/shared/desk/policy/retention.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { AccountDeps } from "./account/account-deps.ts";
import { databaseMemberships } from "./account/membership.ts";
import { Authority } from "./desk/authority.ts";
import type { Answer, DeskService } from "./desk/desk-service.ts";
import { ErasingDesks } from "./desk/erasure/erasing-desks.ts";
import { dropKept, eraseKept, keptDesks } from "./desk/erasure/kept-files.ts";
import { failedCommands } from "./desk/failed-commands.ts";
import { Feeds } from "./desk/feed.ts";
import { newId } from "./desk/new-id.ts";
import { Presence } from "./desk/presence.ts";
import { loadRoster } from "./desk/roster.ts";
import type { LoggedChange } from "./desk/store.ts";
import { demoDesk } from "./intake/demonstration/demo-desk.ts";
import { Clockwork } from "./jobs/clockwork.ts";
import { CoverQueue } from "./jobs/cover-queue.ts";
import { ErasureRounds } from "./jobs/erasure-rounds.ts";
import { RetentionRounds } from "./jobs/retention.ts";
import { Rounds } from "./jobs/rounds.ts";
import { cautionsOf } from "./storage/cautions.ts";
import { openStorage, type Storage } from "./storage/open-storage.ts";
import type { RunFigures } from "./storage/queries/run-figures.ts";
import { lockForServing, servedAt } from "./storage/sqlite/serve-lock.ts";
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
  const storage = await openStorage({
    data: options.data,
    database: options.database ?? null,
    onFatal: (error) => {
      log.error({ err: String(error) }, "the storage has failed again and again; ending");
      process.exit(1);
    },
  });
  const { store, accounts: db, engine, clock } = storage;
  const authority = new Authority({
    store,
    now: clock,
    newId,
    committed: options.committed ?? (() => {}),
    keep: failedCommands(options.data, clock, (about, message) => log.warn(about, message)),
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

export interface ServeOptions extends Where {
  readonly host: string;
  readonly port: number;
  readonly origin?: string;
  /** Whether an empty folder is given a demonstration, and one that has it goes on with it. Absent: no. */
  readonly demo?: boolean;
  readonly log: TransportLog;
}

/** A running server. */
export interface Running {
  /** Where people open it. */
  readonly origin: string;
  /** A link that signs the first administrator in; null if people have passwords already. */
  readonly signInLink: string | null;
  /** The demonstration that goes on: a link for each role, or why none works. Null: there is none. */
  readonly demonstration: {
    readonly links: ReadonlyArray<{ readonly role: string; readonly link: string }>;
    readonly refused: string | null;
  } | null;
  readonly hasDesks: boolean;
  /** Answers what it has taken, closes sockets so that consoles connect again, and lets go of the folder. */
  stop(): Promise<void>;
}

/** The console as the build made it; null in a checkout that has not been built. */
const builtConsole = fileURLToPath(new URL("../../client/dist", import.meta.url));

/**
 * Serves the desks of a database, or of a data folder. With `demo` an empty folder is given a demonstration, which goes on
 * at every start; a database, which many servers may share, never is.
 * @throws DataFolderError, DatabaseUnusable if it cannot be used; DataFolderError if another server has the folder.
 */
export async function serveDesks(options: ServeOptions): Promise<Running> {
  const { data, host, port, log } = options;
  // The folder is one server's alone, also where the database is shared: files are put down in it.
  const lock = lockForServing(data);
  const server = createServer(stillStarting);
  try {
    const address = await listen(server, host, port);
    const origin = options.origin ?? address;
    lock.announce(origin);
    return await serveOn(server, origin, lock.release, { ...options, log });
  } catch (error) {
    server.close();
    lock.release();
    throw error;
  }
}

/** Whoever asks before the desks are open is told to ask again; the port is taken first, so that its refusal comes first. */
const stillStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { "Content-Type": "application/json", "Retry-After": "1" });
  response.end(
    JSON.stringify({ error: { code: "not.ready", message: "Flowdesk is starting; try again in a moment." } }),
  );
};

/** What only a server needs: commands of the command line do not wait for it to load. */
async function loadServing() {
  const [
    accounts,
    mount,
    origin,
    secret,
    shared,
    signIn,
    wall,
    demonstration,
    demoPeople,
    imports,
    elsewhere,
    simulations,
    app,
    metrics,
    socket,
  ] = await Promise.all([
    import("./account/accounts.ts"),
    import("./account/mount.ts"),
    import("./account/origin.ts"),
    import("./account/secret.ts"),
    import("./account/shared-secret.ts"),
    import("./account/sign-in-link.ts"),
    import("./account/wall.ts"),
    import("./intake/demonstration/demonstration.ts"),
    import("./intake/demonstration/people.ts"),
    import("./intake/imports.ts"),
    import("./intake/runs-elsewhere.ts"),
    import("./intake/sources/simulator/simulations.ts"),
    import("./transport/http/app.ts"),
    import("./transport/metrics.ts"),
    import("./transport/socket/server.ts"),
  ]);
  return {
    ...accounts,
    ...mount,
    ...origin,
    ...secret,
    ...shared,
    ...signIn,
    ...wall,
    ...demonstration,
    ...demoPeople,
    ...imports,
    ...elsewhere,
    ...simulations,
    ...app,
    ...metrics,
    ...socket,
  };
}

async function serveOn(server: Server, origin: string, release: () => void, options: ServeOptions): Promise<Running> {
  const { data, database, log } = options;
  const {
    createAccounts,
    mountAccounts,
    isLoopbackAddress,
    loadSecret,
    sharedSecret,
    createSignInLink,
    needsSignInLink,
    ...serving
  } = await loadServing();
  let committed: (desk: string, changes: readonly LoggedChange[]) => void = () => {};
  let erasing: (desk: string) => Promise<void> = async () => {};
  const desks = await openDesks({
    data,
    origin,
    log,
    committed: (desk, changes) => committed(desk, changes),
    erasing: (desk) => erasing(desk),
    ...(database === undefined ? {} : { database }),
  });
  const { store, service } = desks;
  const { clock, tell } = desks.storage;
  for (const { code, message } of await cautionsOf(desks.storage, Date.now())) log.warn({ code }, message);
  const feeds = new Feeds({ store, now: clock, warn: (about, message) => log.warn(about, message) });
  const presence = new Presence(store, feeds, { tell });
  const clockwork = new Clockwork({
    store,
    service,
    policyOf: async (desk) => (await feeds.open(desk))?.roster.desk.policy ?? null,
    now: clock,
    failed: (desk, error) => log.warn({ desk, err: String(error) }, "timers could not be run; trying again"),
  });
  const coverQueue = new CoverQueue({
    service,
    membersOf: async (desk) => (await feeds.open(desk))?.roster.members() ?? null,
    newId,
    failed: (desk, error) => log.warn({ desk, err: String(error) }, "what waits could not be handed out; trying again"),
  });
  const rounds = new Rounds({
    service,
    desks: () => store.desks(),
    rosterOf: async (desk) => {
      const roster = (await feeds.open(desk))?.roster;
      return roster === undefined ? null : { desk: roster.desk, members: roster.members() };
    },
    present: (desk) => presence.membersOf(desk),
    now: clock,
    monotonic: () => performance.now(),
    failed: (desk, error) =>
      log.warn({ desk, err: String(error) }, "the members could not be looked after; trying again"),
  });
  const retention = new RetentionRounds({
    desks: () => store.desks(),
    retentionOf: async (desk) => {
      const policy = (await feeds.open(desk))?.roster.desk.policy;
      return policy === undefined ? null : (policy.retention ?? firstRetention);
    },
    cut: (desk, before, limit) => store.write("cutLog", { desk, before, limit }),
    archive: (desk, before, limit) => store.write("archiveThreads", { desk, before, limit }),
    now: clock,
    failed: (desk, error) =>
      log.warn({ desk, err: String(error) }, "what is over its time could not be moved; trying again"),
  });
  committed = (desk, changes) => {
    feeds.published(desk, changes);
    wind(desk);
  };
  const wind = (desk: string) => {
    clockwork.nudge(desk);
    coverQueue.nudge(desk);
  };
  const windAll = async () => {
    for (const { id } of await store.desks()) wind(id);
  };
  const accounts = createAccounts({
    ...desks.accounts,
    log,
    secret: database === undefined ? await loadSecret(data) : await sharedSecret(desks.accounts.db),
    isBoundToLoopback: isLoopbackAddress(options.host),
  });
  // A session that another node has ended is not to be remembered here.
  feeds.onSessionEnded((_desk, { user }) => {
    if (user !== null) accounts.identities.forgetUser(user);
  });
  const imports = new serving.Imports({
    ...desks,
    data,
    now: clock,
    failed: (desk, error) => log.error({ desk, err: String(error) }, "an import failed"),
  });
  erasing = (desk) => imports.erase(desk, instant(clock()));
  const erasures = new ErasureRounds({
    kept: async () => [...new Set([...imports.desks(), ...(await keptDesks(data))])],
    erasedSince: (desk, since) => store.read("erasedSince", { desk, since }),
    drop: async (desk, erasedAt) => {
      await imports.erase(desk, erasedAt);
      await dropKept(data, desk, erasedAt);
    },
    failed: (desk, error) => log.warn({ desk, err: String(error) }, "what is kept could not be erased; trying again"),
  });
  const simulations = new serving.Simulations({
    service,
    store,
    time: serving.wallTime,
    failed: (desk, error) => log.error({ desk, ...error }, "a simulation failed"),
  });
  const elsewhere = new serving.RunsElsewhere({
    own: () => ({ imports: imports.all(), simulations: simulations.desks() }),
    tell,
    monotonic: () => performance.now(),
  });
  const isNew = (await store.desks()).length === 0;
  const hasDemo =
    options.demo === true &&
    database === undefined &&
    (isNew || (await accounts.memberships.isDemonstration(demoDesk.id)));
  const demonstration = hasDemo
    ? await serving.Demonstration.begin({
        store,
        service,
        simulations,
        makeAccount: async (name) => {
          const user = await accounts.auth.createUser({ name, email: null, password: null });
          if (user === null) throw new Error("An account without e-mail was not made.");
          return user;
        },
        keep: failedCommands(data, clock, (about, message) => log.warn(about, message)),
        warn: (about, message) => log.warn(about, message),
      })
    : null;
  if (demonstration !== null) accounts.roleLinks.offer(demoDesk.id, serving.rolePeople);
  // Not before: a demonstration comes to the present by a clock of its own.
  const unwatch = store.watch({
    all: () => {
      feeds.ringAll();
      windAll().catch((error: unknown) => log.warn({ err: String(error) }, "the desks could not be listed"));
    },
    heads: (changed) => {
      feeds.compare(changed);
      for (const desk of changed.keys()) wind(desk);
    },
    reached: (desk, seq) => {
      feeds.reached(desk, seq);
      wind(desk);
    },
    told: (node, topic, said) => {
      presence.hear(node, topic, said);
      elsewhere.hear(node, topic, said);
    },
  });
  const http = serving.makeApp({
    store,
    desks: service,
    feeds,
    identities: accounts.identities,
    trustedOrigins: accounts.trustedOrigins,
    log,
    now: clock,
    metrics: serving.makeMetrics(feeds),
    console: existsSync(join(builtConsole, "index.html")) ? builtConsole : null,
    authors: store,
    imports,
    simulations,
    elsewhere,
    deskOfWall: (request) => serving.deskOfWall(accounts, request),
    mountAccounts: (onto) => mountAccounts(onto, accounts),
  });
  server.off("request", stillStarting).on("request", http.app);
  const sockets = serving.attachSockets(server, {
    desks: service,
    feeds,
    presence,
    identities: accounts.identities,
    trustedOrigins: accounts.trustedOrigins,
    log,
  });
  await windAll();
  rounds.start();
  retention.start();
  erasures.start();
  elsewhere.start();
  const all = await store.desks();
  /** For whoever has just started the server, into the first desk there is that they cannot just walk into. */
  const firstLink = async (): Promise<string | null> => {
    const closed = all.filter(({ id }) => demonstration === null || id !== demoDesk.id);
    // A desk of one's own before a demonstration that rests.
    const desk = closed.find(({ id }) => id !== demoDesk.id) ?? closed[0];
    return desk === undefined ? null : createSignInLink(accounts, { desk: desk.id, name: "Administrator" });
  };
  return {
    origin,
    signInLink: (await needsSignInLink(accounts)) ? await firstLink() : null,
    demonstration:
      demonstration === null
        ? null
        : {
            links: await accounts.roleLinks.printed(),
            refused: (await accounts.roleLinks.whyNever())?.message ?? null,
          },
    hasDesks: all.length > 0,
    stop: async () => {
      unwatch();
      await demonstration?.stop();
      await Promise.all([clockwork.stop(), coverQueue.stop(), rounds.stop(), retention.stop(), erasures.stop()]);
      await Promise.all([sockets.stop(), http.stop(), imports.close(), simulations.close()]);
      await service.drain();
      elsewhere.stop();
      presence.stop();
      feeds.stop();
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      });
      await desks.close();
      release();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const because =
        error.code === "EADDRINUSE"
          ? `Port ${port} on ${host} is in use. Choose another with --port.`
          : error.code === "EACCES"
            ? `This user may not listen on port ${port}. Choose one above 1023 with --port.`
            : `The server cannot listen on ${host}:${port}: ${error.message}`;
      reject(Object.assign(new Error(because), { code: "address" }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      const name = host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host;
      resolve(`http://${name}:${bound}`);
    });
  });
}
