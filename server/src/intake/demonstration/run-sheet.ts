import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import { instant, minute } from "@flowdesk/shared/time/instant.ts";
import type { Answer } from "../../desk/desk-service.ts";
import { nameOfChannel } from "../sources/simulator/channel-map.ts";
import type { Scenario, ScenarioPost } from "../sources/simulator/scenario.ts";

/** One variant of a post on the run sheet, and when a colleague puts it out if nobody has, in ms UTC. */
interface PlannedVariant {
  readonly post: string;
  readonly id: string;
  readonly outAt: number;
}

type Command = (type: string, data: object) => Promise<Answer>;

/**
 * The evening's planned posts, laid around a moment, and the colleague in the background who puts out what is due unless
 * somebody at the desk is quicker. One in nine is late, as happens.
 */
export class RunSheet {
  readonly #scenario: Scenario;
  readonly #run: string;
  /** The wall-clock time of the script's beginning, in ms UTC. */
  readonly #begins: number;
  #waiting: PlannedVariant[] = [];

  constructor(scenario: Scenario, run: string, begins: number) {
    this.#scenario = scenario;
    this.#run = run;
    this.#begins = begins;
  }

  /** Plans what is still to come at `now`, ms UTC. What the desk refuses is left out. */
  async plan(command: Command, owner: string, now: number): Promise<void> {
    const planning = postsOf(this.#scenario).map(async (post, place) => {
      const at = this.#begins + post.at * minute;
      const variants = this.#variantsOf(post);
      if (at < now || variants.length === 0) return;
      const id = `${this.#run}-${post.id}`;
      const answer = await command("post.plan", {
        post: id,
        title: post.title,
        planned: { local: localTime(at, this.#scenario.zone), zone: this.#scenario.zone },
        owner,
        variants,
      });
      if (!answer.ok) return;
      for (const [number, variant] of variants.entries()) {
        const isSlow = (place * 5 + number) % 9 === 4;
        this.#waiting.push({ post: id, id: variant.id, outAt: at + (isSlow ? 75_000 : 12_000 + number * 7_000) });
      }
    });
    await Promise.all(planning);
  }

  /** Puts out what is due at `now` and nobody has put out; as `as`, who is at work in the background. */
  async putOut(command: Command, now: number): Promise<void> {
    const due = this.#waiting.filter(({ outAt }) => outAt <= now);
    this.#waiting = this.#waiting.filter(({ outAt }) => outAt > now);
    for (const { post, id, outAt } of due) {
      // Somebody may have been quicker, or have cancelled it: the desk says so, and that is that.
      await command("post.live", { post, variant: id, link: linkTo(post, id), at: instant(outAt) });
    }
  }

  #variantsOf({ platforms, text }: ScenarioPost): Array<{ id: string; channel: string; text: string }> {
    const { channels, hashtags } = this.#scenario;
    const tag = hashtags[0]?.tag;
    return platforms.flatMap((platform) => {
      const channel = channels.find((one) => one.platform === platform);
      const id = channel === undefined ? null : channelId(nameOfChannel(channel));
      if (id === null) return [];
      return [{ id: platform, channel: id, text: text.replaceAll("{tag}", tag === undefined ? "" : `#${tag}`).trim() }];
    });
  }
}

/** Where the quick word that an act begins goes. */
const quick: ScenarioPost["platforms"] = ["x", "threads", "instagram"];

/** The scenario's posts, and a quick word for every act that has none of its own. */
function postsOf({ posts, programme }: Scenario): readonly ScenarioPost[] {
  const acts = programme.filter((act) => !posts.some(({ at }) => Math.abs(at - act.at) <= 4));
  return [
    ...posts,
    ...acts.map((act) => ({
      id: `act-${act.id}`,
      at: act.at,
      title: `${act.name}, ${act.stage}`,
      platforms: quick,
      text: `Nu: ${act.name}, ${act.stage}. {tag}`,
    })),
  ];
}

/** Where a simulated post stands: an address that leads nowhere. */
function linkTo(post: string, variant: string): string {
  return `https://example.org/${variant}/${post}`;
}

function localTime(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });
}
