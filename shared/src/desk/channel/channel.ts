import { z } from "zod";

/** A channel's id: `platform:handle`, the platform in lower case, the handle without `@` and case folded. */
export const channelIdSchema = z
  .string()
  .max(200)
  .transform((raw, issue) => {
    const id = channelId(raw);
    if (id === null) {
      issue.addIssue({ code: "custom", message: "A channel is written platform:handle, as in x:festival." });
      return z.NEVER;
    }
    return id;
  });

/**
 * The one id of a channel however it is written: `x:@Name` and `x:name` are one. Null if it is no channel.
 * Inner white space of a handle is folded to one space; direction marks and control characters are taken out.
 */
export function channelId(raw: string): string | null {
  const known = read.get(raw);
  if (known !== undefined) return known;
  const written = splitChannel(raw);
  const id = written === null ? null : `${written.platform}:${written.handle.normalize("NFC").toLowerCase()}`;
  if (read.size >= mostRead) read.clear();
  read.set(raw, id);
  return id;
}

/** Ids by what was written: messages name the same few channels thousands of times a second. */
const read = new Map<string, string | null>();
const mostRead = 2_000;

/** The platform and the handle as somebody wrote them, for display. Null if it is no channel. */
export function splitChannel(raw: string): { platform: string; handle: string } | null {
  const colon = raw.indexOf(":");
  if (colon < 1) return null;
  const platform = raw.slice(0, colon).trim().toLowerCase();
  const handle = raw
    .slice(colon + 1)
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .replace(/^@+/u, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (!/^[a-z][a-z0-9-]{0,31}$/u.test(platform) || handle === "" || handle.length > 120) return null;
  return { platform, handle };
}

/** The platform of a channel id. */
export function platformOf(channel: string): string {
  return channel.slice(0, Math.max(0, channel.indexOf(":")));
}

/** Outlets that are no social network: nothing comes in by them. */
export const publishingPlatforms: ReadonlySet<string> = new Set(["web", "broadcast", "screen"]);

/**
 * How a reply leaves: `by-hand`, the person copies the text and presses *sent*; `simulated`, it leaves by itself after
 * the grace, to a platform that is only simulated.
 */
export const connectionSchema = z.enum(["by-hand", "simulated"]);
export type Connection = z.infer<typeof connectionSchema>;

/** One account or outlet of the desk. */
export const channelSchema = z.object({
  id: channelIdSchema,
  platform: z.string(),
  /** The handle as it is to be shown, case kept. */
  handle: z.string().max(120),
  name: z.string().max(120),
  connection: connectionSchema,
  /** A retired channel takes nothing new, and stays for what it has. */
  retired: z.boolean(),
  version: z.int(),
});
export type Channel = z.infer<typeof channelSchema>;

/** A channel as it begins, from the way it was first written. */
export function newChannel(raw: string, connection: Connection = "by-hand"): Channel | null {
  const written = splitChannel(raw);
  const id = channelId(raw);
  if (written === null || id === null) return null;
  return {
    id,
    platform: written.platform,
    handle: written.handle,
    name: written.handle,
    connection,
    retired: false,
    version: 1,
  };
}
