import { type Instant, instant, minute } from "@flowdesk/shared/time/instant.ts";
import { EveryDesk } from "./every-desk.ts";

/** How often it is looked whether an author was erased, in ms. */
const every = minute;

export interface ErasureRoundsDeps {
  /** The desks of which this server keeps anything beside the database. */
  readonly kept: () => Promise<readonly string[]>;
  /** When an author was last erased from a desk by a change after `since`, in ms; and how far its log goes. */
  readonly erasedSince: (desk: string, since: number) => Promise<{ readonly at: number | null; readonly seq: number }>;
  /** Drops what was kept of a desk before an erasure. */
  readonly drop: (desk: string, erasedAt: Instant) => Promise<void>;
  readonly failed: (desk: string, error: unknown) => void;
}

/**
 * Drops what this server keeps of a desk beside the database once an author was erased there by any server, this one down
 * or not (rule S2).
 */
export class ErasureRounds extends EveryDesk {
  readonly #deps: ErasureRoundsDeps;
  /** How far each desk's log has been looked through. */
  readonly #looked = new Map<string, number>();

  constructor(deps: ErasureRoundsDeps) {
    super({ ...deps, every, desks: async () => (await deps.kept()).map((id) => ({ id })) });
    this.#deps = deps;
  }

  protected override async look(desk: string): Promise<void> {
    const { erasedSince, drop } = this.#deps;
    const { at, seq } = await erasedSince(desk, this.#looked.get(desk) ?? 0);
    if (at !== null) await drop(desk, instant(at));
    this.#looked.set(desk, seq);
  }
}
