import { DeskFeed } from "@flowdesk/server/desk/desk-feed.ts";
import { Audience } from "@flowdesk/server/desk/follower.ts";
import { type Acceptance, type Head, OutcomeUnknown, StorageFull, type Store } from "@flowdesk/server/desk/store.ts";
import { Recent } from "@flowdesk/server/storage/recent.ts";
import type { CommandRule } from "@flowdesk/shared/desk/command.ts";
import { commandTypes, ruleOf } from "@flowdesk/shared/desk/commands.ts";
import type { Decision } from "@flowdesk/shared/desk/context.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import type { View } from "@flowdesk/shared/desk/view.ts";
import { behindWhatWasNotWritten, onWhatStoodBefore } from "./following.ts";
import { instead } from "./instead.ts";
import { method } from "./method.ts";
import { gaps, timesAsTheyCome } from "./renumbering.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import { WorldStorage } from "./storage.ts";
import { where } from "./virtual-time.ts";

/** A deliberate fault, put in from outside: the product knows nothing of it. */
export interface Sabotage {
  /** In which engine it can show; absent: in memory. */
  readonly within?: "sqlite";
  /** Whether it can show only where sources bring floods. */
  readonly floods?: boolean;
  /** The rule that what is found names; absent where what it breaks is not a rule's alone. */
  readonly breaks?: string;
  /** Puts something in the place of the database. */
  readonly engine?: (store: Store) => Store;
  /** Puts something between a node and its database. */
  readonly node?: (store: Store, node: SimulatedNode) => Store;
  /** Spoils a part of the product in this process. Gives what mends it. */
  readonly patch?: () => () => void;
}

const everything: View = { kinds, channels: "all" };
const onNode = () => where.getStore()?.name.startsWith("node") === true;

/** Replaces how a type of command is decided while `where` holds. */
function decides(
  types: readonly string[],
  how: (decide: CommandRule["decide"], ...args: Parameters<CommandRule["decide"]>) => Decision,
): () => void {
  const undo = types.map((type) => {
    const rule = ruleOf(type);
    if (rule === undefined) throw new Error(`There is no command ${type}`);
    const { decide } = rule;
    Object.assign(rule, { decide: (...args: Parameters<typeof decide>) => how(decide, ...args) });
    return () => Object.assign(rule, { decide });
  });
  return () => {
    for (const back of undo) back();
  };
}

/** What the worlds must find, each by its name. Each is made anew for each world. */
export const sabotages: Readonly<Record<string, () => Sabotage>> = {
  "a sequence of the database's, which leaves gaps where a transaction is rolled back": gaps,

  "sent out before the commit": () => ({
    breaks: "F1",
    node: (store, node) =>
      instead(store, {
        transact: (desk, keys, decide) =>
          store.transact(desk, keys, (loaded) => {
            const writes = decide(loaded);
            if (writes !== null) where.run(node.place, () => node.feeds.published(desk, writes.changes));
            return writes;
          }),
      }),
  }),

  "a cursor that is off by one in catch-up": () => ({
    breaks: "F1",
    patch: () =>
      method(
        Audience.prototype,
        "sharedFrame",
        (original) =>
          function (this: Audience, window, since, to, ...rest) {
            return original.call(this, window, since + 1 < to ? since + 1 : since, to, ...rest);
          },
      ),
  }),

  "a bell that nobody hears, and nobody asks": () => ({
    breaks: "F1",
    patch: () =>
      method(
        WorldStorage.prototype,
        "committed",
        () =>
          function (this: WorldStorage, _by, seq) {
            this.head = Math.max(this.head, seq);
          },
      ),
    // The log's id is the one that stands: a log that got another one is seen without anybody hearing of a change.
    node: (store) => {
      let first: ReadonlyMap<string, Head> | null = null;
      return instead(store, {
        heads: async () => {
          const heads = await store.heads();
          first ??= heads;
          return new Map(Array.from(heads, ([desk, head]) => [desk, { ...head, seq: first?.get(desk)?.seq ?? 0 }]));
        },
      });
    },
  }),

  "the view forgotten in catch-up": () => ({
    breaks: "F1, F2",
    patch: () =>
      method(
        Audience.prototype,
        "sharedFrame",
        (original) =>
          function (this: Audience, ...args) {
            const { view } = this;
            Object.assign(this, { view: everything });
            try {
              return original.apply(this, args);
            } finally {
              Object.assign(this, { view });
            }
          },
      ),
  }),

  "the view forgotten in the snapshot": () => ({
    breaks: "D2",
    node: (store) => instead(store, { snapshotLines: (desk) => store.snapshotLines(desk, everything) }),
  }),

  "ids of commands without who sent them": () => {
    const known = new Map<string, Acceptance>();
    return {
      breaks: "D4",
      node: (store) =>
        instead(store, {
          transact: async (desk, keys, decide) => {
            let made: readonly Acceptance[] = [];
            await store.transact(desk, keys, (loaded) => {
              for (const acceptance of loaded.accepted) known.set(acceptance.id, acceptance);
              const accepted = keys.commands.flatMap(({ actor, id }) => {
                const found = known.get(id);
                return found === undefined ? [] : [{ ...found, actor }];
              });
              const writes = decide({ ...loaded, accepted });
              made = (writes?.changes ?? []).flatMap(({ change, acceptance }) =>
                acceptance === null ? [] : [{ ...acceptance, seq: change.seq }],
              );
              return writes;
            });
            for (const acceptance of made) known.set(acceptance.id, acceptance);
          },
        }),
    };
  },

  "a claim that does not look who has it": () => ({
    breaks: "D5",
    patch: () =>
      decides(["item.claim"], (decide, state, data, context) => {
        if (!onNode()) return decide(state, data, context);
        const items = Table.of([...state.items].map(([id, item]) => [id, { ...item, assignee: null }] as const));
        return decide({ ...state, items }, data, context);
      }),
  }),

  "times as the clock gives them": timesAsTheyCome,

  "answered before it is committed": () => ({
    breaks: "F1",
    node: (store) =>
      instead(store, {
        transact: (desk, keys, decide) =>
          new Promise((resolve, reject) => {
            store
              .transact(desk, keys, (loaded) => {
                const writes = decide(loaded);
                resolve();
                return writes;
              })
              .then(resolve, reject);
          }),
      }),
  }),

  "a lost answer taken for a failure": () => ({
    breaks: "D3",
    node: (store) =>
      instead(store, {
        transact: async (desk, keys, decide) => {
          try {
            await store.transact(desk, keys, decide);
          } catch (error) {
            throw error instanceof OutcomeUnknown ? new StorageFull("The disk is full") : error;
          }
        },
      }),
  }),

  "a copy that does not decide again what is pending": () => {
    const first = new Map<string, Decision>();
    return {
      breaks: "D2",
      patch: () =>
        decides(commandTypes(), (decide, state, data, context) => {
          const place = where.getStore();
          if (place === undefined || onNode()) return decide(state, data, context);
          const key = `${place.name} ${context.command}`;
          const decision = first.get(key) ?? decide(state, data, context);
          first.set(key, decision);
          return decision;
        }),
    };
  },

  "a message that was brought twice taken for two": () => ({
    breaks: "D4",
    patch: () =>
      decides(["message.receive"], (decide, state, data, context) => {
        const lookups = state.lookups === null ? null : { ...state.lookups, known: Table.empty<never>() };
        return decide({ ...state, lookups }, data, context);
      }),
  }),

  "what the last batch left taken for what stands, whoever has written since": () => {
    const newest = new Map<string, Head>();
    return {
      breaks: "D2",
      within: "sqlite",
      patch: () => {
        const undo = [
          method(
            Recent.prototype,
            "wrote",
            (original) =>
              function (this: Recent, desk, before, writes) {
                original.call(this, desk, before, writes);
                const last = writes.changes.at(-1)?.change;
                if (last !== undefined) newest.set(desk, { log: before.log, seq: last.seq, at: last.at });
              },
          ),
          method(
            Recent.prototype,
            "loaded",
            (original) =>
              function (this: Recent, desk, keys) {
                const loaded = original.call(this, desk, keys);
                return loaded === null ? null : { ...loaded, head: newest.get(desk) ?? loaded.head };
              },
          ),
        ];
        return () => {
          for (const back of undo) back();
        };
      },
    };
  },

  "a batch that follows, decided on what stood before it": onWhatStoodBefore,

  "a batch that follows, written although the one before it was not": behindWhatWasNotWritten,

  "a feed that lets nobody go": () => ({
    breaks: "A2",
    patch: () =>
      method(
        DeskFeed.prototype,
        "close",
        (original) =>
          function (this: DeskFeed, subscriber, reason) {
            if (reason !== "removed" && reason !== "view-changed") original.call(this, subscriber, reason);
          },
      ),
  }),
};
