import { existsSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { createAccounts } from "./account/accounts.ts";
import { mountAccounts } from "./account/mount.ts";
import { isLoopbackAddress } from "./account/origin.ts";
import { loadSecret } from "./account/secret.ts";
import { sharedSecret } from "./account/shared-secret.ts";
import { createSignInLink, needsSignInLink } from "./account/sign-in-link.ts";
import { deskOfWall } from "./account/wall.ts";
import { openDesks, type Where } from "./compose.ts";
import { composeJobs } from "./compose-jobs.ts";
import { failedCommands } from "./desk/failed-commands.ts";
import { Feeds } from "./desk/feed.ts";
import { Presence } from "./desk/presence.ts";
import type { LoggedChange } from "./desk/store.ts";
import { demoDesk } from "./intake/demonstration/demo-desk.ts";
import { Demonstration } from "./intake/demonstration/demonstration.ts";
import { rolePeople } from "./intake/demonstration/people.ts";
import { Imports } from "./intake/imports.ts";
import { RunsElsewhere } from "./intake/runs-elsewhere.ts";
import { Simulations, wallTime } from "./intake/sources/simulator/simulations.ts";
import { cautionsOf } from "./storage/cautions.ts";
import { makeApp } from "./transport/http/app.ts";
import type { TransportLog } from "./transport/log.ts";
import { makeMetrics } from "./transport/metrics.ts";
import { attachSockets } from "./transport/socket/server.ts";

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

/** Opens the desks and serves them on a port that has been taken; until then `stillStarting` answers there. */
export async function serveOn(
  {
    server,
    stillStarting,
    origin,
    release,
  }: {
    readonly server: Server;
    readonly stillStarting: RequestListener;
    /** Where people open it. */
    readonly origin: string;
    /** Lets go of the folder. */
    readonly release: () => void;
  },
  options: ServeOptions,
): Promise<Running> {
  const { data, database, log } = options;
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
  const feeds = new Feeds({
    store,
    now: clock,
    warn: (about, message) => desks.failed("err" in about ? about.err : null, () => log.warn(about, message)),
    renewIfSetBack: (desk, known) => store.renewIfSetBack(desk, known),
  });
  const presence = new Presence(store, feeds, { tell });
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
  const imports = new Imports({
    ...desks,
    data,
    now: clock,
    failed: (desk, error) => log.error({ desk, err: String(error) }, "an import failed"),
  });
  erasing = (desk) => imports.erase(desk, instant(clock()));
  const jobs = composeJobs(desks, { feeds, presence, imports, data, log });
  committed = (desk, changes) => {
    feeds.published(desk, changes);
    jobs.wind(desk);
  };
  const simulations = new Simulations({
    service,
    store,
    time: wallTime,
    failed: (desk, error) => log.error({ desk, ...error }, "a simulation failed"),
  });
  const elsewhere = new RunsElsewhere({
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
    ? await Demonstration.begin({
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
  if (demonstration !== null) accounts.roleLinks.offer(demoDesk.id, rolePeople);
  // Not before: a demonstration comes to the present by a clock of its own.
  const unwatch = store.watch({
    all: () => {
      feeds.ringAll();
      jobs
        .windAll()
        .catch((error: unknown) =>
          desks.failed(error, () => log.warn({ err: String(error) }, "the desks could not be listed")),
        );
    },
    heads: (changed) => {
      feeds.compare(changed);
      for (const desk of changed.keys()) jobs.wind(desk);
    },
    reached: (desk, seq) => {
      feeds.reached(desk, seq);
      jobs.wind(desk);
    },
    replaced: () => feeds.doubt(),
    renewed: (desk) => log.warn({ desk }, "the desk's log was back under an old id; its consoles load it anew"),
    told: (node, topic, said) => {
      presence.hear(node, topic, said);
      elsewhere.hear(node, topic, said);
    },
  });
  const http = makeApp({
    store,
    desks: service,
    feeds,
    identities: accounts.identities,
    trustedOrigins: accounts.trustedOrigins,
    log,
    now: clock,
    metrics: makeMetrics(feeds),
    console: existsSync(join(builtConsole, "index.html")) ? builtConsole : null,
    authors: store,
    imports,
    simulations,
    elsewhere,
    deskOfWall: (request) => deskOfWall(accounts, request),
    mountAccounts: (onto) => mountAccounts(onto, accounts),
  });
  await jobs.windAll();
  jobs.start();
  elsewhere.start();
  const all = await store.desks();
  /** For whoever has just started the server, into the first desk there is that they cannot just walk into. */
  const firstLink = async (): Promise<string | null> => {
    const closed = all.filter(({ id }) => demonstration === null || id !== demoDesk.id);
    // A desk of one's own before a demonstration that rests.
    const desk = closed.find(({ id }) => id !== demoDesk.id) ?? closed[0];
    return desk === undefined ? null : createSignInLink(accounts, { desk: desk.id, name: "Administrator" });
  };
  const signInLink = (await needsSignInLink(accounts)) ? await firstLink() : null;
  const offered =
    demonstration === null
      ? null
      : {
          links: await accounts.roleLinks.printed(),
          refused: (await accounts.roleLinks.whyNever())?.message ?? null,
        };
  // Whatever can fail has been done: who serves does not end for what a start ends for.
  server.off("request", stillStarting).on("request", http.app);
  const sockets = attachSockets(server, {
    desks: service,
    feeds,
    presence,
    identities: accounts.identities,
    trustedOrigins: accounts.trustedOrigins,
    log,
  });
  return {
    origin,
    signInLink,
    demonstration: offered,
    hasDesks: all.length > 0,
    stop: async () => {
      unwatch();
      await demonstration?.stop();
      await jobs.stop();
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
