import type { DeskClosed } from "@flowdesk/shared/protocol/desk-join.ts";
import type { Identity } from "../account/identity.ts";
import type { Frame } from "./frame.ts";

/** One connection, as the feed sees it. */
export interface Subscriber {
  readonly identity: Identity;
  readonly isOpen: boolean;
  /** Bytes sent that the network has not taken yet. */
  readonly undrained: number;
  /** When the network last took something while there was something to take; null if it has taken everything. Monotonic ms. */
  readonly stalledSince: number | null;
  send(frame: Frame): void;
  /** Resolves when the network has taken everything sent so far, or the connection is gone. */
  drained(): Promise<void>;
  /**
   * Resolves when the other end has everything sent so far, as an answer of its own tells, or the connection is gone: what
   * lies on the way takes hundreds of KB at once, whatever becomes of them.
   */
  arrived(): Promise<void>;
  /** Says that nothing more comes of this desk, and why. `removed`, `signed-out` and `too-slow` may end the connection. */
  close(desk: string, reason: DeskClosed["reason"]): void;
}
