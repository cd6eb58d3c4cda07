/** The fields of an incoming message that the columns of a table can fill, by their path. */
export const messageFields = [
  "externalId",
  "channel",
  "kind",
  "author.handle",
  "author.name",
  "author.followers",
  "text",
  "at",
  "direction",
  "thread",
  "inReplyTo",
  "url",
  "lang",
  "media",
  "parent.externalId",
  "parent.text",
  "parent.url",
  "automatic",
  "deleted",
] as const;
export type MessageField = (typeof messageFields)[number];

/** The fields without which there is no message. */
export const requiredFields: readonly MessageField[] = ["externalId", "channel", "kind", "author.handle", "text", "at"];
