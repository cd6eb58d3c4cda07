import { day, minute } from "@flowdesk/shared/time/instant.ts";
import type { DeskService } from "../../desk/desk-service.ts";
import type { Store } from "../../desk/store.ts";
import { bringIn } from "../bring-in.ts";
import type { ChannelMap } from "../sources/simulator/channel-map.ts";
import { leadIn } from "../sources/simulator/lead-in.ts";
import type { Scenario } from "../sources/simulator/scenario.ts";
import { makeScriptInTurns } from "../sources/simulator/script.ts";
import type { DemoCommand } from "./set-up.ts";

/** How many evenings there were before, and how much of each is brought in: a modest set, for Review. */
const evenings = 3;
const lasted = 60 * minute;
const perMinute = 3;

/**
 * Brings in what came in on the evenings before, with the answers that most had, as a team brings in its history. What
 * nobody answered then is put away: nobody waits for it now.
 * @param begins the wall-clock time of tonight's script's beginning, ms UTC
 */
export async function bringInEarlierEvenings(
  deps: { readonly service: DeskService; readonly store: Pick<Store, "copy">; readonly desk: string },
  scenario: Scenario,
  map: ChannelMap,
  begins: number,
  command: DemoCommand,
): Promise<void> {
  const { service, store, desk } = deps;
  const prefix = "sim-earlier-";
  for (let ago = evenings; ago >= 1; ago--) {
    const run = `${prefix}${ago}`;
    const script = await makeScriptInTurns(scenario, { seed: 1000 + ago, rate: perMinute });
    const from = 160 * minute;
    const wallOf = (at: number) => begins - ago * day + at;
    const messages = leadIn(script, { run, map, from, lead: lasted, wallOf });
    async function* batches() {
      for (let at = 0; at < messages.length; at += 250) yield messages.slice(at, at + 250);
    }
    await bringIn({ service, desk, run: `simulation:${run}`, batches: batches() });
  }
  const open = [...((await store.copy(desk))?.state.items.values() ?? [])].filter(({ newest }) =>
    newest.externalId.startsWith(prefix),
  );
  const waiting = open.filter(({ awaitingSince, need }) => awaitingSince !== null && need !== "watch");
  const done = open.filter((item) => !waiting.includes(item));
  await inBulk(waiting, (items) => command("item.dismiss", { items, reason: "no-reply-needed" }));
  await inBulk(done, (items) => command("item.close", { items }));
}

/** Most items of one command. */
const bulk = 500;

export async function inBulk(
  items: ReadonlyArray<{ readonly id: string }>,
  command: (items: readonly string[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < items.length; at += bulk) await command(items.slice(at, at + bulk).map(({ id }) => id));
}
