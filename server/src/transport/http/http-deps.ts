import type { Express, Request } from "express";
import type { Registry } from "prom-client";
import type { Identities } from "../../account/identity.ts";
import type { DeskService } from "../../desk/desk-service.ts";
import type { AuthorStore } from "../../desk/erasure/author-store.ts";
import type { Feeds } from "../../desk/feed.ts";
import type { Store } from "../../desk/store.ts";
import type { Imports } from "../../intake/imports.ts";
import type { RunsElsewhere } from "../../intake/runs-elsewhere.ts";
import type { Simulations } from "../../intake/sources/simulator/simulations.ts";
import type { Reader } from "../../storage/queries/readings.ts";
import type { TransportLog } from "../log.ts";

export interface HttpDeps {
  readonly store: Store & Reader;
  readonly desks: DeskService;
  readonly feeds: Feeds;
  readonly identities: Identities;
  /** The origins under which browsers may show the console. */
  readonly trustedOrigins: readonly string[];
  readonly log: TransportLog;
  /** The wall clock in ms UTC. */
  readonly now: () => number;
  /** What `/metrics` shows. */
  readonly metrics: Registry;
  /** The folder of the built console; null, and only the API is served. */
  readonly console: string | null;
  /** Says what is kept of an author; absent, and nobody can ask. */
  readonly authors?: AuthorStore;
  /** Takes files from the console; absent, and none are taken. */
  readonly imports?: Imports;
  /** Plays simulated evenings; absent, and none can be played from the console. */
  readonly simulations?: Simulations;
  /** What other servers bring in and play; absent where there are none. */
  readonly elsewhere?: RunsElsewhere;
  /** The desk whose wall a request may see, by the token of a wall's link; throws where it may see none. */
  readonly deskOfWall?: (request: Request) => Promise<string>;
  /** Puts up the addresses of sign-in, sessions, invitations and tokens. */
  readonly mountAccounts: (app: Express) => void;
}
