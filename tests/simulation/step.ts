import { Random } from "./random.ts";

/** What can happen in a world, and how often among a thousand steps. */
const weights = {
  /** A person does something at a console. */
  act: 330,
  /** A source brings messages. */
  arrive: 240,
  /** Everybody claims the same item. */
  race: 70,
  /** A robot gives a command; two robots number their commands alike. */
  robot: 70,
  /** A robot gives a command again that it gave before, or another under the same id. */
  repeat: 30,
  /** Roles, channels, cover or shift of somebody are altered. */
  manage: 60,
  remove: 8,
  /** A further console is opened, or one is closed. */
  open: 15,
  close: 8,
  cut: 35,
  deafen: 15,
  slow: 20,
  kill: 22,
  stop: 10,
  /** A node's clock jumps, or the database's. */
  clock: 15,
  databaseClock: 12,
  /** Something befalls one of the next batches. */
  trouble: 60,
  away: 12,
  full: 10,
  sluggish: 15,
  /** Nobody hears of commits for a while, but by asking. */
  silence: 40,
  /** The log gets another id, as by a restore. */
  renew: 6,
  /** A source brings more at once than can be written at once; in worlds of floods alone. */
  flood: 0,
} as const;

export type StepKind = keyof typeof weights;

const kinds = Object.entries(weights).flatMap(([kind, weight]) => Array<StepKind>(weight).fill(kind as StepKind));

/** One thing that happens. The numbers choose among what there is when it does. */
export interface Step {
  readonly at: number;
  readonly kind: StepKind;
  readonly who: number;
  readonly what: number;
  readonly detail: number;
}

/** What happens in the world of a seed, in order; with floods among it if it is a world of floods. */
export function scheduleOf(seed: number, floods = false): readonly Step[] {
  const random = Random.for(seed, "schedule");
  const steps: Step[] = [];
  const count = random.between(8, 42);
  // Some worlds are busy, others drag on, so that timers run out in them.
  const pause = random.pick([40, 150, 300, 600]);
  let at = 300;
  for (let made = 0; made < count; made++) {
    at += random.between(0, 2 * pause);
    const number = () => random.between(0, 0xffff);
    steps.push({ at, kind: random.pick(kinds), who: number(), what: number(), detail: number() });
  }
  return floods ? [...steps, ...floodsOf(seed, at)].sort((a, b) => a.at - b.at) : steps;
}

function floodsOf(seed: number, end: number): readonly Step[] {
  const random = Random.for(seed, "floods");
  const number = () => random.between(0, 0xffff);
  return Array.from({ length: random.between(1, 3) }, () => ({
    at: random.between(300, end),
    kind: "flood" as const,
    who: number(),
    what: number(),
    detail: number(),
  }));
}

/** A schedule as it is printed. */
export function describe(steps: readonly Step[]): string {
  return steps.map(({ at, kind, who, what, detail }) => `  ${at} ms ${kind} ${who} ${what} ${detail}`).join("\n");
}
