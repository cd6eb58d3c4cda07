import type { Identities } from "../../account/identity.ts";
import type { DeskService } from "../../desk/desk-service.ts";
import type { Feeds } from "../../desk/feed.ts";
import type { Presence } from "../../desk/presence.ts";
import type { TransportLog } from "../log.ts";

export interface SocketDeps {
  readonly desks: DeskService;
  readonly feeds: Feeds;
  readonly presence: Presence;
  readonly identities: Identities;
  /** The origins under which browsers may show the console. */
  readonly trustedOrigins: readonly string[];
  readonly log: TransportLog;
}
