import { deskIdSchema } from "@flowdesk/shared/desk/id.ts";
import { z } from "zod";

/** Under this topic nodes tell each other what they bring in and play. */
const topic = "runs";
/** It is told so often, in ms; a node that has not told it for so long brings nothing in, or is gone. */
const pace = { beat: 1_000, gone: 5_000 };
/** So many imports are told of, the newest: a message between nodes has its limit. */
const mostImports = 50;

const runsSchema = z.object({
  imports: z.array(z.tuple([deskIdSchema, z.string().max(64), z.boolean()])).max(mostImports),
  simulations: z.array(deskIdSchema).max(mostImports),
});

/** What a node runs: imports by desk and id, and whether they are under way; desks that an evening is played into. */
export interface Runs {
  readonly imports: ReadonlyArray<readonly [desk: string, id: string, isUnderWay: boolean]>;
  readonly simulations: readonly string[];
}

export interface RunsElsewhereDeps {
  /** What this node runs, the newest first. */
  readonly own: () => Runs;
  /** Tells the other nodes; null where there are none. */
  readonly tell: ((topic: string, said: unknown) => void) | null;
  /** The monotonic clock in ms. */
  readonly monotonic: () => number;
}

/**
 * What other nodes bring in and play, as far as they have told: a run is known to the node that took it, and a request
 * about it may come to any.
 */
export class RunsElsewhere {
  readonly #deps: RunsElsewhereDeps;
  readonly #nodes = new Map<string, { readonly runs: Runs; readonly heardAt: number }>();
  #telling: NodeJS.Timeout | null = null;
  #hadAny = false;

  constructor(deps: RunsElsewhereDeps) {
    this.#deps = deps;
  }

  start(): this {
    if (this.#deps.tell !== null) this.#telling = setInterval(() => this.tellOthers(), pace.beat).unref();
    return this;
  }

  stop(): void {
    if (this.#telling !== null) clearInterval(this.#telling);
  }

  /** Tells the other nodes what this one runs; once more when that is nothing any more. */
  tellOthers(): void {
    const { imports, simulations } = this.#deps.own();
    const hasAny = imports.length + simulations.length > 0;
    if (hasAny || this.#hadAny)
      this.#deps.tell?.(topic, {
        imports: imports.slice(0, mostImports),
        simulations: simulations.slice(0, mostImports),
      });
    this.#hadAny = hasAny;
  }

  /** Takes what a node has told under a topic. */
  hear(node: string, about: string, said: unknown): void {
    if (about !== topic) return;
    const runs = runsSchema.safeParse(said);
    if (runs.success) this.#nodes.set(node, { runs: runs.data, heardAt: this.#deps.monotonic() });
  }

  /** Whether another node has this import. */
  hasImport(desk: string, id: string): boolean {
    return this.#some(({ imports }) => imports.some(([into, one]) => into === desk && one === id));
  }

  /** Whether another node is bringing a file into the desk. */
  isImporting(desk: string): boolean {
    return this.#some(({ imports }) => imports.some(([into, , isUnderWay]) => into === desk && isUnderWay));
  }

  /** Whether another node is playing an evening into the desk. */
  isPlaying(desk: string): boolean {
    return this.#some(({ simulations }) => simulations.includes(desk));
  }

  #some(has: (runs: Runs) => boolean): boolean {
    const now = this.#deps.monotonic();
    for (const [node, { heardAt }] of this.#nodes) if (now - heardAt > pace.gone) this.#nodes.delete(node);
    return [...this.#nodes.values()].some(({ runs }) => has(runs));
  }
}
