import { atOnce, inTurns, nextTurn } from "@flowdesk/server/desk/in-turns.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** In which turn of the event loop it is. */
let turn = 0;
let counting: NodeJS.Immediate;

beforeEach(() => {
  turn = 0;
  const count = () => {
    turn++;
    counting = setImmediate(count);
  };
  counting = setImmediate(count);
});

afterEach(() => {
  clearImmediate(counting);
  vi.restoreAllMocks();
});

/** Every look at the clock finds so many ms gone. */
function everyStepTakes(ms: number): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += ms;
    return now;
  });
}

function* steps(turns: number[], count: number): Generator<void, string> {
  for (let step = 0; step < count; step++) {
    turns.push(turn);
    yield;
  }
  return "done";
}

describe("Long work", () => {
  test("gives its result, and is done in one turn while it takes no time", async () => {
    everyStepTakes(0);
    const turns: number[] = [];
    expect(await inTurns(steps(turns, 5))).toBe("done");
    expect(turns).toEqual([0, 0, 0, 0, 0]);
  });

  test("lets the event loop go on after every few ms", async () => {
    everyStepTakes(3);
    const turns: number[] = [];
    expect(await inTurns(steps(turns, 6))).toBe("done");
    expect(new Set(turns).size).toBe(3);
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
  });

  test("does not go on in the same turn as other long work", async () => {
    everyStepTakes(10);
    const [one, other]: [number[], number[]] = [[], []];
    await Promise.all([inTurns(steps(one, 4)), inTurns(steps(other, 4))]);
    const later = [...one.slice(1), ...other.slice(1)];
    expect(new Set(later).size).toBe(later.length);
  });

  test.each([
    { ms: 0, turns: 1 },
    { ms: 10, turns: 5 },
  ])("goes on together with other work where that takes $ms ms: in $turns turns", async ({ ms, turns }) => {
    everyStepTakes(ms);
    const order: Array<readonly [place: number, turn: number]> = [];
    const goOn = async (place: number) => {
      await nextTurn();
      order.push([place, turn]);
    };
    await Promise.all([0, 1, 2, 3, 4].map(goOn));
    expect(order.map(([place]) => place)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(order.map(([, at]) => at)).size).toBe(turns);
  });

  test("fails as it fails, and others go on", async () => {
    everyStepTakes(10);
    function* failing(): Generator<void, never> {
      yield;
      throw new Error("no");
    }
    const turns: number[] = [];
    const both = await Promise.allSettled([inTurns(failing()), inTurns(steps(turns, 3))]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });

  test("can be done at once", () => {
    everyStepTakes(10);
    const turns: number[] = [];
    expect(atOnce(steps(turns, 4))).toBe("done");
    expect(turns).toHaveLength(4);
  });
});
