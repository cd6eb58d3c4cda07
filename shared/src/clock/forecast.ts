import { hour, type Instant, instant, millis } from "../time/instant.ts";

/** What a forecast starts from. Rates are per hour and may be fractions. */
export type ForecastInput = {
  now: Instant;
  /** The deadlines of what is open and unanswered, in any order. */
  open: readonly Instant[];
  arrivalsPerHour: number;
  /** The target of what arrives, in ms as the clock runs. */
  arrivalTargetMs: number;
  answersPerPersonPerHour: number;
  /** How many of those on shift answer. */
  people: number;
};

export type Forecast = {
  /** How many deadlines will pass unanswered. What is overdue already is not counted: it has missed. */
  misses: number;
  /** The first deadline that passes unanswered; null if none does. */
  firstMissAt: Instant | null;
  /**
   * How many more people would bring it to none, but for what is due sooner than one person can answer: 0 if there are
   * enough, null if not even a thousand more would do.
   */
  morePeople: number | null;
};

/** The span that a forecast covers at least, in ms. */
const shortestHorizon = 4 * hour;

/** More people than could ever be called in. */
const mostMore = 1_000;

/** Arrivals beyond this number are taken in bunches of equal size, so that a forecast stays quick. */
const mostBunches = 20_000;

/** What sums of fractions may be off by, in ms: a finish on the dot is in time. */
const roundingError = 1e-3;

/**
 * How many deadlines will be missed if all goes on as now, from `now` until the furthest deadline of what is open, at
 * least for four hours.
 *
 * The formula is a queue served earliest deadline first, the team being one server whose speed is
 * μ = people × answersPerPersonPerHour:
 * - What is open waits at `now`, what is overdue first among it. The i-th arrival comes at now + i/λ
 *   (λ = arrivalsPerHour, i from 1) and is due `arrivalTargetMs` later.
 * - At every moment the earliest deadline that has arrived is worked on; an arrival that is due sooner interrupts, and
 *   what it interrupts keeps the work done. Each takes 1/μ of work; what is late is answered all the same.
 * - A miss is a deadline after `now` and within the span whose item is finished after it.
 *
 * Unless something is overdue already, this order misses nothing if any order could manage that (Dertouzos, "Control
 * robotics", 1974), and more speed never finishes an item later. It is optimistic in taking a team as able to share one
 * answer: a single item takes 1/μ, not one person's time for it.
 *
 * Nothing is missed if and only if no stretch of time holds more work than μ times its length, whatever comes and is
 * due within it (the processor demand criterion; Baruah, Rosier and Howell 1990): the densest stretch gives the people
 * needed.
 *
 * @throws RangeError for rates or numbers of people that are negative or not finite
 */
export function forecast(input: ForecastInput): Forecast {
  const { arrivalsPerHour, arrivalTargetMs, answersPerPersonPerHour, people } = input;
  for (const [name, value] of Object.entries({ arrivalsPerHour, arrivalTargetMs, answersPerPersonPerHour, people })) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`No forecast with ${name} ${value}`);
  }
  const now = millis(input.now);
  const open = fromNow(input.open, now);
  const work = workOf(open, arrivalsPerHour, arrivalTargetMs);
  const { misses, firstMiss } = serve(work, (people * answersPerPersonPerHour) / hour);
  return {
    misses,
    firstMissAt: firstMiss === null ? null : instant(now + firstMiss),
    morePeople: misses === 0 ? 0 : morePeople(work, people, answersPerPersonPerHour / hour),
  };
}

/** Deadlines in ms from now, ascending. */
function fromNow(deadlines: readonly Instant[], now: number): Float64Array {
  const times = new Float64Array(deadlines.length);
  let isSorted = true;
  let index = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const due of deadlines) {
    const time = millis(due) - now;
    isSorted &&= last <= time;
    last = time;
    times[index++] = time;
  }
  return isSorted ? times : times.sort();
}

/** What is to be answered, times in ms from now. */
type Work = {
  /** Deadlines of what is open, ascending. */
  open: Float64Array;
  /** Arrivals whose deadline lies within the horizon; no later one is ever served before those. */
  arrivals: number;
  /** Arrivals taken together; the last bunch may be smaller. */
  bunch: number;
  /** From one arrival to the next. */
  interval: number;
  target: number;
};

function workOf(open: Float64Array, arrivalsPerHour: number, target: number): Work {
  const horizon = Math.max(shortestHorizon, open.at(-1) ?? 0);
  const interval = hour / arrivalsPerHour;
  const arrivals = horizon > target ? Math.floor((horizon - target) / interval + 1e-9) : 0;
  return { open, arrivals, bunch: Math.max(1, Math.ceil(arrivals / mostBunches)), interval, target };
}

/**
 * How many people there are too few, each answering `pace` items a ms; null if more than `mostMore`. A deadline that
 * comes before one person could give one answer asks for nobody.
 */
function morePeople(work: Work, people: number, pace: number): number | null {
  if (pace === 0) return null;
  const more = Math.ceil(leastSpeed(work, 1 / pace) / pace - people - 1e-9);
  return more <= mostMore ? Math.max(0, more) : null;
}

/**
 * The least speed, in items a ms, at which nothing is missed but what is open and due within `tooSoon` ms: that of the
 * densest stretch of time, by what comes and is due within it. A stretch begins now, with all that is open, or with an
 * arrival. As arrivals are evenly spaced, of the latter the shortest or the longest is the densest.
 */
function leastSpeed({ open, arrivals, bunch, interval, target }: Work, tooSoon: number): number {
  let least = 0;
  let waiting = 0;
  let arrived = 0;
  while (waiting < open.length || arrived < arrivals) {
    const due = open[waiting] ?? Number.POSITIVE_INFINITY;
    const arrivalDue = arrived < arrivals ? (arrived + 1) * interval + target : Number.POSITIVE_INFINITY;
    if (due <= arrivalDue) waiting++;
    else arrived = Math.min(arrivals, arrived + bunch);
    const by = Math.min(due, arrivalDue);
    if (by > tooSoon || arrivalDue < due) least = Math.max(least, (waiting + arrived) / by);
  }
  if (arrivals === 0) return least;
  const lastBunch = Math.floor((arrivals - 1) / bunch) * bunch;
  return Math.max(least, Math.min(bunch, arrivals) / target, arrivals / (lastBunch * interval + target));
}

/** Serves the work earliest deadline first at `speed` items a ms, and counts the deadlines missed. */
function serve(work: Work, speed: number): { misses: number; firstMiss: number | null } {
  const { open, arrivals, bunch, interval, target } = work;
  let misses = 0;
  let firstMiss: number | null = null;
  const miss = (due: number, finished: number, count: number): void => {
    if (finished <= due + roundingError || due <= 0) return;
    misses += count;
    firstMiss = firstMiss === null ? due : Math.min(firstMiss, due);
  };

  const lasts = (count: number): number => (speed > 0 ? count / speed : Number.POSITIVE_INFINITY);
  let time = 0;
  let nextOpen = 0;
  /** Work left of the next open item; less than 1 once it was interrupted. */
  let left = 1;
  let arrived = 0;
  while (nextOpen < open.length || arrived < arrivals) {
    const due = open[nextOpen];
    const comes = arrived < arrivals ? (arrived + 1) * interval : Number.POSITIVE_INFINITY;
    const finished = time + lasts(left);
    if (due !== undefined && (due <= comes + target || finished <= comes)) {
      time = finished;
      miss(due, time, 1);
      nextOpen++;
      left = 1;
      continue;
    }
    if (comes > time) {
      if (due !== undefined) left -= (comes - time) * speed;
      time = comes;
    }
    const count = Math.min(bunch, arrivals - arrived);
    time += lasts(count);
    miss(comes + target, time, count);
    arrived += count;
  }
  return { misses, firstMiss };
}
