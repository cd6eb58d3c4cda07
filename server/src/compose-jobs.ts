import { firstRetention } from "@flowdesk/shared/desk/policy/retention.ts";
import type { Desks } from "./compose.ts";
import { dropKept, keptDesks } from "./desk/erasure/kept-files.ts";
import type { Feeds } from "./desk/feed.ts";
import { newId } from "./desk/new-id.ts";
import type { Presence } from "./desk/presence.ts";
import type { Imports } from "./intake/imports.ts";
import { Clockwork } from "./jobs/clockwork.ts";
import { CoverQueue } from "./jobs/cover-queue.ts";
import { ErasureRounds } from "./jobs/erasure-rounds.ts";
import { RetentionRounds } from "./jobs/retention.ts";
import { Rounds } from "./jobs/rounds.ts";
import type { TransportLog } from "./transport/log.ts";

/** What every server does by itself. */
export interface Jobs {
  /** Something has happened on a desk: its timers are looked at, and what waits is handed out. */
  wind(desk: string): void;
  /** The same for all desks. */
  windAll(): Promise<void>;
  /** Begins to go round the desks. */
  start(): void;
  stop(): Promise<void>;
}

/** Wires the jobs of a server to its desks. Timers run from the first time that a desk is wound. */
export function composeJobs(
  desks: Desks,
  {
    feeds,
    presence,
    imports,
    data,
    log,
  }: {
    readonly feeds: Feeds;
    readonly presence: Presence;
    readonly imports: Imports;
    /** The data folder. */
    readonly data: string;
    readonly log: TransportLog;
  },
): Jobs {
  const { store, service } = desks;
  const { clock } = desks.storage;
  const failed = (message: string) => (desk: string, error: unknown) =>
    desks.failed(error, () => log.warn({ desk, err: String(error) }, message));
  const clockwork = new Clockwork({
    store,
    service,
    policyOf: async (desk) => (await feeds.open(desk))?.roster.desk.policy ?? null,
    now: clock,
    failed: failed("timers could not be run; trying again"),
  });
  const coverQueue = new CoverQueue({
    service,
    membersOf: async (desk) => (await feeds.open(desk))?.roster.members() ?? null,
    newId,
    failed: failed("what waits could not be handed out; trying again"),
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
    failed: failed("the members could not be looked after; trying again"),
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
    failed: failed("what is over its time could not be moved; trying again"),
  });
  const erasures = new ErasureRounds({
    kept: async () => [...new Set([...imports.desks(), ...(await keptDesks(data))])],
    erasedSince: (desk, since) => store.read("erasedSince", { desk, since }),
    drop: async (desk, erasedAt) => {
      await imports.erase(desk, erasedAt);
      await dropKept(data, desk, erasedAt);
    },
    failed: failed("what is kept could not be erased; trying again"),
  });
  const wind = (desk: string) => {
    clockwork.nudge(desk);
    coverQueue.nudge(desk);
  };
  return {
    wind,
    windAll: async () => {
      for (const { id } of await store.desks()) wind(id);
    },
    start: () => {
      for (const job of [rounds, retention, erasures]) job.start();
    },
    stop: async () => {
      await Promise.all([clockwork, coverQueue, rounds, retention, erasures].map((job) => job.stop()));
    },
  };
}
