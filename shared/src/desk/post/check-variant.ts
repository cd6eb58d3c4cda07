import { checkHashtags, type HashtagFinding } from "../../hashtag/policy.ts";
import { countText } from "../../text/count.ts";
import type { Instant } from "../../time/instant.ts";
import { platformOf } from "../channel/channel.ts";
import { actorId, type Context } from "../context.ts";
import { permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import type { Variant } from "./post.ts";

/** What a variant is to say, and where. */
type Wording = Pick<Variant, "channel" | "text" | "media">;

/** Why the desk does not publish by a channel; null if it does. */
export function checkChannel(state: DeskState, id: string): Rejection | null {
  const channel = state.channels.get(id);
  if (channel === undefined) return reject("channel.unknown", `There is no channel ${id}.`);
  return channel.retired ? reject("channel.unknown", `${id} has been taken out of use.`) : null;
}

/**
 * Checks what a variant says against the length that its channel takes and the desk's hashtags at the time when it is to
 * leave, now if that has passed. A flow manager may set the hashtags aside with a reason, which is kept with the variant; a text that is too
 * long would be refused by the platform, so that nobody may set that aside.
 */
export function checkVariant(
  wording: Wording,
  planned: Instant,
  override: string | undefined,
  context: Context,
  state: DeskState,
): { readonly override: Variant["override"] } | Rejection {
  const platform = platformOf(wording.channel);
  const misfit = checkLength(platform, wording);
  if (misfit !== null) return misfit;
  const findings = checkHashtags({
    policy: state.desk.policy.hashtags,
    platform,
    channel: wording.channel,
    text: wording.text,
    use: "post",
    at: planned < context.now ? context.now : planned,
  }).filter((finding) => finding.blocking);
  const [first] = findings;
  if (first === undefined) return { override: null };
  if (override === undefined) return refusalOf(first, wording.channel, findings);
  const { actor } = context;
  if (actor.kind === "member" && !permits(actor.member, "post.override"))
    return reject("forbidden", "Only a flow manager may set a check aside.");
  return { override: { reason: override, by: actorId(actor) } };
}

function refusalOf(first: HashtagFinding, channel: string, findings: readonly HashtagFinding[]): Rejection {
  const why = first.reason === undefined ? "" : ` ${first.reason}`;
  const more = { findings: findings.map((finding) => ({ ...finding, channel })) };
  return first.kind === "banned"
    ? reject("hashtag.banned", `#${first.tag} is banned on ${channel}.${why}`, more)
    : reject("hashtag.missing", `#${first.tag} is required on ${channel}.${why}`, more);
}

function checkLength(platform: string, { channel, text, media }: Wording): Rejection | null {
  const { problems, used, limit } = countText(platform, text, "post");
  const problem = problems.find((one) => one !== "empty" || media.length === 0);
  switch (problem) {
    case undefined:
      return null;
    case "empty":
      return reject("command.invalid", `The post for ${channel} needs a text or a picture.`);
    case "refused-character":
      return reject("command.invalid", `The text for ${channel} has a character that the platform refuses.`);
    case "too-many-hashtags":
      return reject("post.too.long", `The text for ${channel} has more hashtags than the platform takes.`);
    case "too-many-bytes":
      return reject("post.too.long", `The text for ${channel} has more bytes than the platform takes.`);
    case "too-long":
      return reject("post.too.long", `The text is too long for ${channel}: ${used} of ${limit}.`);
  }
}
