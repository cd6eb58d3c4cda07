import { simulationSpeedSchema } from "@flowdesk/shared/protocol/simulation.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioOf, scenarios } from "./scenarios.ts";
import { mostRate } from "./script.ts";
import type { SimulationSpec } from "./simulation-run.ts";
import { wallClock } from "./wording.ts";

/** An evening cannot be played as it was ordered: `code` says what is wrong, the sentence what to do. */
export class OrderRefused extends Error {
  override readonly name = "OrderRefused";
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** An evening as somebody orders it, at the command line or in the console. */
export interface Ordered {
  readonly desk: string;
  /** The id of a scenario. */
  readonly scenario: string;
  readonly seed: number;
  readonly speed: number;
  readonly rate?: number | undefined;
  readonly team: boolean;
  /** `HH:MM` of the script. */
  readonly from?: string | undefined;
}

/** The run that an order comes to. @throws OrderRefused */
export function specOf({ desk, scenario: id, seed, speed, rate, team, from }: Ordered): SimulationSpec {
  const scenario = scenarioOf(id);
  if (scenario === null) {
    const there = scenarios.map((one) => one.id).join(", ");
    throw new OrderRefused("scenario.unknown", `There is no scenario "${id.slice(0, 64)}". There are: ${there}.`);
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > 4_294_967_295)
    throw new OrderRefused("seed.invalid", "A seed is a whole number from 0 to 4294967295.");
  if (!simulationSpeedSchema.safeParse(speed).success)
    throw new OrderRefused("speed.invalid", "A speed is a number above 0, at most 1,000; pause to stand still.");
  if (rate !== undefined && !(rate > 0 && rate <= mostRate)) {
    throw new OrderRefused(
      "rate.invalid",
      `A rate is above 0 and at most ${mostRate} messages a minute of the script, ten a second; for more, raise the speed.`,
    );
  }
  return {
    desk,
    scenario,
    seed,
    speed,
    team,
    from: from === undefined ? 0 : minuteOf(scenario, from),
    ...(rate === undefined ? {} : { rate }),
  };
}

/** The minute of a script at which its clock says `HH:MM`. */
function minuteOf(scenario: Scenario, from: string): number {
  const { begins, lasts } = scenario;
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/u.exec(from) ?? [];
  const [beginsHour = 0, beginsMinute = 0] = begins.split(":").map(Number);
  const minute = (Number(hours) * 60 + Number(minutes) - beginsHour * 60 - beginsMinute + 1440) % 1440;
  if (Number.isNaN(minute) || minute >= lasts) {
    throw new OrderRefused(
      "from.invalid",
      `From is a time of the script, HH:MM; ${scenario.id} goes from ${begins} to ${wallClock(scenario, lasts)}.`,
    );
  }
  return minute;
}
