import { pressing, standingOf } from "@flowdesk/client/screens/run-sheet/standing.ts";
import { millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, it } from "vitest";

const at = "2026-07-04T19:00:00.000Z";
const planned = { state: "planned", late: false } as const;
const due = { state: "due", late: false } as const;

function standing(variant: Parameters<typeof standingOf>[0], after: number) {
  return standingOf(variant, at, millis(at) + after);
}

describe("how a variant stands", () => {
  it("P1: goes from planned by soon, due and late to missed as time goes", () => {
    expect(standing(planned, -6 * minute)).toBe("planned");
    expect(standing(planned, -5 * minute)).toBe("soon");
    expect(standing(planned, 0)).toBe("due");
    expect(standing(planned, 59 * second)).toBe("due");
    expect(standing(planned, 60 * second)).toBe("late");
    expect(standing(planned, 15 * minute)).toBe("missed");
  });

  it("is what the desk has said, where this clock is behind", () => {
    expect(standing(due, -1)).toBe("due");
    expect(standing({ state: "due", late: true }, 30 * second)).toBe("late");
    expect(standing({ state: "missed", late: true }, 0)).toBe("missed");
  });

  it("does not move once it is out or cancelled", () => {
    expect(standing({ state: "live", late: true }, 60 * minute)).toBe("live");
    expect(standing({ state: "cancelled", late: false }, 60 * minute)).toBe("cancelled");
  });

  it("presses only while there is something to do", () => {
    expect(pressing("planned")).toBe("calm");
    expect(pressing("late")).toBe("overdue");
    expect(pressing("live")).toBeNull();
    expect(pressing("cancelled")).toBeNull();
  });
});
