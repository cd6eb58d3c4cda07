import { deskIdSchema, idSchema } from "@flowdesk/shared/desk/id.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import type { Scope } from "@flowdesk/shared/desk/view.ts";
import { z } from "zod";

/** Somebody at a desk, with what they have open. */
export interface There {
  readonly member: string;
  readonly item: string | null;
  /** Of the item; null while it has none open. */
  readonly scope: Scope | null;
  readonly writing: boolean;
}

/** So many UTF-16 units of entries go into one message between nodes. */
const largest = 3_500;
/** A node that has been silent for so long is gone, in ms; it tells where it stands this often. */
export const silence = { gone: 12_000, beat: 4_000 };

/** An entry for each who is there, and one of the desk alone where nobody is. */
const entrySchema = z.union([
  z.tuple([deskIdSchema]),
  z.tuple([
    deskIdSchema,
    idSchema,
    idSchema.nullable(),
    z.string().max(400).nullable(),
    z.enum(kinds).nullable(),
    z.boolean(),
  ]),
]);
const partSchema = z.object({
  /** Counts what the node has told; of one telling all parts have the same. */
  telling: z.int(),
  part: z.int(),
  of: z.int(),
  entries: z.array(entrySchema),
});
type Entry = z.infer<typeof entrySchema>;
type Part = z.infer<typeof partSchema>;

/** Who is at some desks, as the messages that tell it to the other nodes. */
export function partsOf(telling: number, rooms: ReadonlyMap<string, readonly There[]>): Part[] {
  const parts: Entry[][] = [];
  let size = Number.POSITIVE_INFINITY;
  const add = (entry: Entry) => {
    const { length } = JSON.stringify(entry);
    if (size + length > largest) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(entry);
    size += length + 1;
  };
  for (const [desk, there] of rooms) {
    if (there.length === 0) add([desk]);
    for (const { member, item, scope, writing } of there)
      add([desk, member, item, scope?.channel ?? null, scope?.kind ?? null, writing]);
  }
  return parts.map((entries, part) => ({ telling, part, of: parts.length, entries }));
}

interface Node {
  /** What has come of the telling that is under way. */
  telling: number;
  parts: Part[];
  readonly desks: Map<string, readonly There[]>;
  heardAt: number;
}

/** Who is at the desks by other nodes, as far as they have told. */
export class OtherNodes {
  readonly #nodes = new Map<string, Node>();

  /** Takes what a node has told. Gives the desks that it was about, and whether the node was not known before. */
  hear(node: string, said: unknown, monotonic: number): { readonly desks: readonly string[]; readonly isNew: boolean } {
    const read = partSchema.safeParse(said);
    if (!read.success) return { desks: [], isNew: false };
    const known = this.#nodes.get(node);
    const one: Node = known ?? { telling: 0, parts: [], desks: new Map(), heardAt: monotonic };
    this.#nodes.set(node, one);
    one.heardAt = monotonic;
    const part = read.data;
    if (part.telling !== one.telling) {
      one.telling = part.telling;
      one.parts = [];
    }
    one.parts.push(part);
    const isWhole = one.parts.length === part.of;
    return { desks: isWhole ? take(one) : [], isNew: known === undefined };
  }

  /** Everyone who is at a desk by another node. */
  at(desk: string): There[] {
    return [...this.#nodes.values()].flatMap(({ desks }) => desks.get(desk) ?? []);
  }

  /** Forgets nodes that are gone. Gives the desks at which somebody was by them. */
  forget(monotonic: number): readonly string[] {
    const left: string[] = [];
    for (const [node, { desks, heardAt }] of this.#nodes) {
      if (monotonic - heardAt < silence.gone) continue;
      this.#nodes.delete(node);
      left.push(...desks.keys());
    }
    return left;
  }
}

function take(node: Node): readonly string[] {
  const told = new Map<string, There[]>();
  for (const { entries } of node.parts) {
    for (const [desk, member, item = null, channel = null, kind = null, writing = false] of entries) {
      const there = told.get(desk) ?? [];
      told.set(desk, there);
      const scope = channel === null || kind === null ? null : { channel, kind };
      if (member !== undefined) there.push({ member, item, scope, writing });
    }
  }
  for (const [desk, there] of told) {
    if (there.length === 0) node.desks.delete(desk);
    else node.desks.set(desk, there);
  }
  return [...told.keys()];
}
