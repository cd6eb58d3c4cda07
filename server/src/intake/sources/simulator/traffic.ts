import { type Kind, kinds } from "@flowdesk/shared/desk/item/need.ts";
import { gustsOf, intensity } from "./intensity.ts";
import { Random } from "./random.ts";
import type { Scenario, ScenarioChannel } from "./scenario.ts";

/** When something comes in where; what it says is decided later. */
export interface Due {
  /** Ms after the script's beginning. */
  readonly at: number;
  readonly channel: ScenarioChannel;
  readonly kind: Kind;
}

/** Within so many minutes the traffic counts as even. */
const bin = 0.25;

/**
 * The ordinary arrivals of an evening in order: an inhomogeneous Poisson process for each channel and kind, whose
 * intensity the programme drives. `rate` is how many messages a minute it comes to on average over the evening; absent,
 * what the scenario has on a quiet stretch, with its acts on top. Yields where it can be interrupted.
 */
export function* trafficOf(scenario: Scenario, seed: number, rate?: number): Generator<null, Due[]> {
  const bins = Math.ceil(scenario.lasts / bin);
  const cells = [];
  for (const channel of scenario.channels) {
    const name = `${channel.platform}:${channel.handle}`;
    const gusts = gustsOf(new Random(seed, `gusts ${name}`), scenario.lasts);
    for (const kind of kinds) {
      const share = channel.traffic[kind] ?? 0;
      if (share <= 0) continue;
      const heights = Array.from(
        { length: bins },
        (_, index) => share * intensity(scenario, channel, kind, (index + 0.5) * bin, gusts),
      );
      cells.push({ channel, kind, share, heights, random: new Random(seed, `times ${name} ${kind}`) });
      yield null;
    }
  }
  const shares = sum(cells.map(({ share }) => share));
  const mean = sum(cells.map(({ heights }) => sum(heights))) / Math.max(1, bins);
  const perUnit = rate === undefined ? scenario.calm / (shares || 1) : rate / (mean || 1);
  const all: Due[] = [];
  for (const { channel, kind, heights, random } of cells) {
    let gap = random.gap();
    for (const [index, height] of heights.entries()) {
      const expected = height * perUnit * bin;
      let passed = 0;
      while (expected - passed > gap) {
        passed += gap;
        gap = random.gap();
        all.push({ at: Math.floor((index + passed / expected) * bin * 60_000), channel, kind });
      }
      gap -= expected - passed;
    }
    yield null;
  }
  return all.filter(({ at }) => at < scenario.lasts * 60_000).sort((a, b) => a.at - b.at);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
