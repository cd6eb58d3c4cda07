import { type Forecast, type ForecastInput, forecast } from "@flowdesk/shared/clock/forecast.ts";
import { hour, type Instant, instant, millis, minute } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const now = "2026-06-27T20:00:00.000Z";

/** Deadlines so many minutes from now. */
function due(...minutes: number[]): Instant[] {
  return minutes.map((offset) => instant(millis(now) + offset * minute));
}

/** One person who answers one a minute, and nothing arriving. */
const quiet: ForecastInput = {
  now,
  open: [],
  arrivalsPerHour: 0,
  arrivalTargetMs: 15 * minute,
  answersPerPersonPerHour: 60,
  people: 1,
};
const none: Forecast = { misses: 0, firstMissAt: null, morePeople: 0 };

describe("forecast", () => {
  test("nothing open, nothing coming: nothing missed, even with nobody there", () => {
    expect(forecast({ ...quiet, people: 0 })).toEqual(none);
  });

  test("as many as can be answered in time are", () => {
    expect(forecast({ ...quiet, open: due(1, 2, 3, 4, 5) })).toEqual(none);
    expect(forecast({ ...quiet, open: due(5, 5, 5, 5, 5) })).toEqual(none);
  });

  test("one too many misses, and one more person would do", () => {
    expect(forecast({ ...quiet, open: due(5, 5, 5, 5, 5, 5) })).toEqual({
      misses: 1,
      firstMissAt: due(5)[0],
      morePeople: 1,
    });
  });

  test("the order given makes no difference", () => {
    expect(forecast({ ...quiet, open: due(4, 1, 3, 3, 3) })).toEqual(forecast({ ...quiet, open: due(1, 3, 3, 3, 4) }));
  });

  test("what is overdue is answered first and not counted again", () => {
    expect(forecast({ ...quiet, open: due(-10, -5, 0, 60) })).toEqual(none);
    expect(forecast({ ...quiet, open: due(-10, -5, -1, 3, 4) })).toEqual({
      misses: 2,
      firstMissAt: due(3)[0],
      morePeople: 1,
    });
  });

  test("ten waiting for two minutes' time need five people", () => {
    const open = due(2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
    expect(forecast({ ...quiet, open })).toEqual({ misses: 8, firstMissAt: due(2)[0], morePeople: 4 });
  });

  test("what is due sooner than one person can answer is missed, and asks for nobody", () => {
    expect(forecast({ ...quiet, open: due(0.5) })).toEqual({ misses: 1, firstMissAt: due(0.5)[0], morePeople: 0 });
  });

  test("arrivals at the rate of answers never build up", () => {
    expect(forecast({ ...quiet, arrivalsPerHour: 60 })).toEqual(none);
  });

  test("arrivals at twice the rate of answers miss from where the backlog exceeds the target", () => {
    // The i-th comes after i/2 min and is finished after i + 1/2: late once i/2 + 1/2 exceeds 15, from i = 30 on. The
    // span of 4 h holds the 450 that come within 225 min.
    expect(forecast({ ...quiet, arrivalsPerHour: 120 })).toEqual({
      misses: 421,
      firstMissAt: due(30)[0],
      morePeople: 1,
    });
  });

  test("arrivals that are more pressing go before what is open", () => {
    const open = due(60, 60, 60, 60, 60, 60);
    expect(forecast({ ...quiet, open, arrivalsPerHour: 54, arrivalTargetMs: 5 * minute })).toEqual(none);
    // The 238 that arrive take minutes 1 to 239, which leaves what is open the first and the last minute.
    const patient = due(240, 240, 240, 240, 240, 240, 240);
    expect(forecast({ ...quiet, open: patient, arrivalsPerHour: 60, arrivalTargetMs: 2 * minute })).toEqual({
      misses: 5,
      firstMissAt: due(240)[0],
      morePeople: 1,
    });
  });

  test("nobody who answers: everything due within the span misses", () => {
    const open = due(-5, 10, 20, 600);
    // 600 min ahead is the span; of 6 an hour those count that come within 585 min.
    expect(forecast({ ...quiet, open, people: 0, arrivalsPerHour: 6 })).toEqual({
      misses: 3 + 58,
      firstMissAt: due(10)[0],
      morePeople: 1,
    });
  });

  test("people who answer nothing do not help, however many", () => {
    expect(forecast({ ...quiet, open: due(10), answersPerPersonPerHour: 0 }).morePeople).toBeNull();
  });

  test("a target of no time cannot be met by any number", () => {
    expect(forecast({ ...quiet, arrivalsPerHour: 1, arrivalTargetMs: 0 }).morePeople).toBeNull();
  });

  test("rates that are none are refused", () => {
    for (const wrong of [
      { people: -1 },
      { arrivalsPerHour: Number.NaN },
      { arrivalTargetMs: Number.POSITIVE_INFINITY },
    ]) {
      expect(() => forecast({ ...quiet, ...wrong })).toThrow(RangeError);
    }
  });

  test("more arrivals than are taken one by one come to the same within a thousandth", () => {
    // Twice as many come as are answered: as above, with 1,000 times the people and the arrivals.
    const { misses } = forecast({ ...quiet, people: 1_000, arrivalsPerHour: 120_000 });
    // The i-th is late once i/120,000 h exceeds 15 min: 450,000 less the first 30,000.
    expect(Math.abs(misses - 420_000)).toBeLessThan(420);
  });
});

const offset = fc.integer({ min: -30, max: 300 });
const anyInput: fc.Arbitrary<ForecastInput> = fc.record({
  now: fc.constant(now),
  open: fc.array(offset, { maxLength: 40 }).map((minutes) => due(...minutes)),
  arrivalsPerHour: fc.constantFrom(0, 1, 7, 30, 45.5),
  arrivalTargetMs: fc.constantFrom(5 * minute, 15 * minute, 2 * hour),
  answersPerPersonPerHour: fc.constantFrom(3, 6, 10, 12.5),
  people: fc.integer({ min: 0, max: 8 }),
});

/** The same queue in steps of a hundredth of an answer: at each step the earliest deadline there is gets worked on. */
function stepByStep(input: ForecastInput): { misses: number; firstMissAt: Instant | null } {
  const start = millis(input.now);
  const open = input.open.map((at) => ({ comes: 0, due: millis(at) - start, left: 100 }));
  const span = Math.max(4 * hour, ...open.map((item) => item.due));
  const items = [...open];
  for (let index = 1; ; index++) {
    const comes = (index * hour) / input.arrivalsPerHour;
    if (!(comes + input.arrivalTargetMs <= span + 1e-6)) break;
    items.push({ comes, due: comes + input.arrivalTargetMs, left: 100 });
  }
  items.sort((a, b) => a.due - b.due);
  const step = hour / (input.people * input.answersPerPersonPerHour) / 100;
  let misses = 0;
  let first: number | null = null;
  let time = 0;
  while (items.length > 0) {
    const index = items.findIndex((item) => item.comes <= time + 1e-6);
    const item = items[index];
    if (item === undefined) {
      time = Math.min(...items.map(({ comes }) => comes));
      continue;
    }
    time += step;
    if (--item.left > 0) continue;
    items.splice(index, 1);
    // An arrival waits here for the step that it falls into: within a step of its deadline the two may differ.
    if (time <= item.due + step || item.due <= 0) continue;
    misses++;
    first = first === null ? item.due : Math.min(first, item.due);
  }
  return { misses, firstMissAt: first === null ? null : instant(start + first) };
}

describe("properties", () => {
  test("against serving step by step", () => {
    fc.assert(
      fc.property(
        anyInput.filter(({ people }) => people > 0),
        (input) => {
          const { misses, firstMissAt } = forecast(input);
          const oracle = stepByStep(input);
          // What finishes within a step of its deadline may be counted by one and not by the other.
          const shifted = stepByStep({ ...input, people: input.people * 0.98 });
          const eased = stepByStep({ ...input, people: input.people * 1.02 });
          expect(misses).toBeGreaterThanOrEqual(Math.min(oracle.misses, eased.misses));
          expect(misses).toBeLessThanOrEqual(Math.max(oracle.misses, shifted.misses));
          if (oracle.misses === shifted.misses && oracle.misses === eased.misses) {
            expect(firstMissAt).toBe(oracle.firstMissAt);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("more people never more misses", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 5 }), (input, more) => {
        expect(forecast({ ...input, people: input.people + more }).misses).toBeLessThanOrEqual(forecast(input).misses);
      }),
      { numRuns: 1_000 },
    );
  });

  test("so many more people bring it to none, and one fewer does not, but for what nobody can save", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const handling = hour / input.answersPerPersonPerHour;
        const isSavable = (at: Instant) => millis(at) - millis(now) > handling || at <= now;
        const savable = { ...input, open: input.open.filter(isSavable) };
        const { morePeople } = forecast(savable);
        if (morePeople === null) return;
        expect(forecast({ ...savable, people: input.people + morePeople }).misses).toBe(0);
        if (morePeople > 0) {
          expect(forecast({ ...savable, people: input.people + morePeople - 1 }).misses).toBeGreaterThan(0);
        }
        const whole = forecast(input);
        if (whole.morePeople === null) return;
        const helped = forecast({ ...input, people: input.people + whole.morePeople });
        expect(helped.misses).toBeLessThanOrEqual(input.open.filter((at) => !isSavable(at)).length);
      }),
      { numRuns: 1_000 },
    );
  });

  test("with nobody everything that is due misses", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const ahead = input.open.filter((at) => at > now);
        const { misses, firstMissAt } = forecast({ ...input, people: 0, arrivalsPerHour: 0 });
        expect(misses).toBe(ahead.length);
        expect(firstMissAt).toBe(ahead.toSorted()[0] ?? null);
      }),
    );
  });

  test("a first miss there is if and only if something misses, and it lies ahead", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { misses, firstMissAt, morePeople } = forecast(input);
        expect(firstMissAt === null).toBe(misses === 0);
        if (firstMissAt !== null) expect(firstMissAt > now).toBe(true);
        if (misses === 0) expect(morePeople).toBe(0);
      }),
    );
  });
});
