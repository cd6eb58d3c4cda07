import { newPublicId, newSecret } from "./hash.ts";

/** What a link carries after its `#`: which desk, which entry, and the secret that only the link has. */
export interface LinkToken {
  readonly desk: string;
  readonly id: string;
  readonly secret: string;
}

const form = /^([a-z0-9-]{1,40})\.([0-9a-f]{16})\.([0-9a-f]{64})$/;

export function newLinkToken(desk: string): LinkToken {
  return { desk, id: newPublicId(), secret: newSecret() };
}

/**
 * A link of the console. The token is in the fragment, which browsers do not send: it reaches no log on the way, and
 * opening the link signs nobody in.
 */
export function linkTo(origin: string, page: "invitation" | "enter" | "wall", token: LinkToken): string {
  return `${origin}/${page}#${writeLinkToken(token)}`;
}

/** The token as it stands after the `#`. */
export function writeLinkToken({ desk, id, secret }: LinkToken): string {
  return `${desk}.${id}.${secret}`;
}

/** Null for what is no token of a link. */
export function readLinkToken(text: string): LinkToken | null {
  const [, desk, id, secret] = form.exec(text) ?? [];
  return desk === undefined || id === undefined || secret === undefined ? null : { desk, id, secret };
}
