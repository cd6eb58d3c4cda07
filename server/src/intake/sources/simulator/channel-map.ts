import { channelId, platformOf, publishingPlatforms } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Scenario, ScenarioChannel } from "./scenario.ts";

/** On which channel of a desk it arrives what somebody writes on a channel of the scenario. */
export type ChannelMap = (channel: ScenarioChannel, author: string) => string;

/**
 * Lays a scenario over the channels that a desk has, so that a team rehearses with its own: the very channel, else those
 * of the same platform, else every social channel there is. What one person writes comes in on one channel. Null if the
 * desk has no channel on which anything comes in.
 */
export function mapChannels({ channels }: Scenario, own: readonly string[]): ChannelMap | null {
  const social = own.filter((id) => !publishingPlatforms.has(platformOf(id))).toSorted();
  if (social.length === 0) return null;
  const laid = new Map<ScenarioChannel, readonly string[]>();
  for (const channel of channels) {
    const same = channelId(nameOfChannel(channel));
    const samePlatform = social.filter((id) => platformOf(id) === channel.platform);
    laid.set(
      channel,
      same !== null && social.includes(same) ? [same] : samePlatform.length > 0 ? samePlatform : social,
    );
  }
  return (channel, author) => {
    const among = laid.get(channel) ?? social;
    return among[placeOf(author) % among.length] ?? nameOfChannel(channel);
  };
}

/** A channel of a scenario as desks write it, `platform:handle`. */
export function nameOfChannel({ platform, handle }: Pick<ScenarioChannel, "platform" | "handle">): string {
  return `${platform}:${handle}`;
}

function placeOf(author: string): number {
  let sum = 7;
  for (const sign of author) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
