import { type Found, isFound, nothingFound } from "@flowdesk/shared/desk/author/found.ts";
import type { Sought } from "./traces.ts";

/** So many erasures that were broken off are remembered, the latest. */
const most = 100;

/**
 * What there was of authors whose erasure has begun, until the log says so. One that is broken off near its end leaves
 * nothing to be counted; asked for again it is to come into the log all the same, as the other servers go by that.
 */
export class BegunErasures {
  readonly #found = new Map<string, Found>();

  /** Notes what was found of an author; gives the most of each kind that was since their erasure began. */
  found(desk: string, sought: Sought, found: Found): Found {
    const whom = keyOf(desk, sought);
    const before = this.#found.get(whom) ?? nothingFound;
    const known = mostOf(before, found);
    if (!isFound(known)) return known;
    this.#found.delete(whom);
    this.#found.set(whom, known);
    const [oldest] = this.#found.keys();
    if (this.#found.size > most && oldest !== undefined) this.#found.delete(oldest);
    return known;
  }

  /** The log says that the author was erased. */
  logged(desk: string, sought: Sought): void {
    this.#found.delete(keyOf(desk, sought));
  }
}

function keyOf(desk: string, { author, channel }: Sought): string {
  return JSON.stringify([desk, author, channel]);
}

function mostOf(one: Found, other: Found): Found {
  const kinds = Object.keys(nothingFound) as ReadonlyArray<keyof Found>;
  return Object.fromEntries(kinds.map((kind) => [kind, Math.max(one[kind], other[kind])])) as Found;
}
