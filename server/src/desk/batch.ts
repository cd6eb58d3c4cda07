import { hash } from "node:crypto";
import { type ChangeBody, idOf, isItemChange, stampChange } from "@flowdesk/shared/desk/change.ts";
import type { QueueWithin } from "@flowdesk/shared/desk/command.ts";
import { type Actor, actorId, type Context } from "@flowdesk/shared/desk/context.ts";
import { decide, type ReadCommand } from "@flowdesk/shared/desk/decide.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { scopeOf } from "@flowdesk/shared/desk/view.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import type { Answer, Lane } from "./desk-service.ts";
import type { Acceptance, BatchKeys, BatchWrites, LoadedBatch } from "./store.ts";

/** A command that waits for its batch. */
export interface Pending {
  readonly id: string;
  readonly type: string;
  readonly actor: Actor;
  readonly lane: Lane;
  readonly read: ReadCommand;
  readonly raw: unknown;
  /** About how many bytes it has. */
  readonly weight: number;
  readonly answer: (answer: Answer) => void;
}

/** A batch that has been decided: what is to be written, and the answers to give once it is. */
export interface DecidedBatch {
  readonly writes: BatchWrites | null;
  readonly answers: ReadonlyArray<readonly [Pending, Answer]>;
  /** What there was no time for. */
  readonly left: readonly Pending[];
}

/** Arrivals are told apart by `(channel, externalId)`; everything else by its id (rule D4). */
function isArrival(pending: Pending): boolean {
  return pending.type === "message.receive";
}

/** What a batch needs loaded. */
export function keysOf(batch: readonly Pending[]): BatchKeys {
  const items = new Set<string>();
  const threads = new Set<string>();
  const posts = new Set<string>();
  const briefings = new Set<string>();
  const holdings = new Set<string>();
  /** Standing orders that several commands name are looked at once. */
  const queueWithin = new Map<string, QueueWithin>();
  const arrivals: Array<BatchKeys["arrivals"][number]> = [];
  const commands: Array<{ actor: string; id: string }> = [];
  let queue = 0;
  let loads = false;
  for (const pending of batch) {
    if (!isArrival(pending)) commands.push({ actor: actorId(pending.actor), id: pending.id });
    const touched = pending.read.rule.touches(pending.read.data as never);
    for (const item of touched.items ?? []) items.add(item);
    for (const thread of touched.threads ?? []) threads.add(thread);
    for (const post of touched.posts ?? []) posts.add(post);
    for (const briefing of touched.briefings ?? []) briefings.add(briefing);
    for (const within of touched.queueWithin ?? []) queueWithin.set(JSON.stringify(within), within);
    if (touched.holdings !== undefined) holdings.add(touched.holdings);
    if (touched.ownHoldings === true) holdings.add(actorId(pending.actor));
    // Deals of one batch follow each other down the queue.
    queue += touched.queue ?? 0;
    loads ||= touched.loads ?? false;
    const data = pending.read.data as { at?: Instant; deleted?: boolean };
    for (const arrival of touched.arrivals ?? []) {
      arrivals.push({ ...arrival, at: data.at ?? "", deleted: data.deleted ?? false });
    }
  }
  return {
    items: [...items],
    threads: [...threads],
    posts: [...posts],
    briefings: [...briefings],
    holdings: [...holdings],
    arrivals,
    queue,
    queueWithin: [...queueWithin.values()],
    loads,
    commands,
  };
}

/**
 * Decides a batch in order, later commands on the results of earlier ones. What throws is answered `internal` and handed
 * to `failed`, and the rest goes on. Ends early when `late()` says so, leaving the rest for the next batch.
 */
export function decideBatch(
  batch: readonly Pending[],
  loaded: LoadedBatch,
  clock: { readonly now: Instant; readonly newId: () => string; readonly late: () => boolean },
  failed: (pending: Pending, error: unknown) => void,
): DecidedBatch {
  // The log's times never run backwards (rule L2), whatever the machine's clock does.
  let { now } = clock;
  if (now < loaded.head.at) now = loaded.head.at;
  const accepted = new Map(loaded.accepted.map((acceptance) => [`${acceptance.actor}\n${acceptance.id}`, acceptance]));
  const changes: Array<BatchWrites["changes"][number]> = [];
  const answers: Array<readonly [Pending, Answer]> = [];
  let state: DeskState = loaded.state;
  let { seq } = loaded.head;
  for (const [index, pending] of batch.entries()) {
    if (index > 0 && clock.late()) return { writes: { changes, state }, answers, left: batch.slice(index) };
    const by = actorId(pending.actor);
    const acceptance = isArrival(pending) ? null : { actor: by, id: pending.id, hash: fingerprint(pending) };
    const before = acceptance === null ? undefined : accepted.get(`${by}\n${pending.id}`);
    if (before !== undefined && acceptance !== null) {
      answers.push([pending, answerAgain(before, acceptance.hash)]);
      continue;
    }
    try {
      const actor = present(pending.actor, state);
      if (actor === null) {
        answers.push([
          pending,
          { ok: false, error: reject("desk.unknown", "You are no member of this desk any more.") },
        ]);
        continue;
      }
      const context: Context = { now, actor, command: pending.id, newId: clock.newId };
      const decision = decide(state, pending.read, context);
      if (!decision.ok || decision.changes.length === 0) {
        answers.push([
          pending,
          { ok: false, error: decision.ok ? reject("nothing.to.do", "It is so already.") : decision.rejection },
        ]);
        continue;
      }
      const next = applyAll(state, decision.changes, { seq, now, by, command: pending.id });
      for (const logged of next.logged) changes.push({ ...logged, acceptance });
      state = next.state;
      seq += decision.changes.length;
      if (acceptance !== null) accepted.set(`${by}\n${pending.id}`, { ...acceptance, seq });
      answers.push([
        pending,
        { ok: true, seq, ...(decision.refused === undefined ? {} : { refused: decision.refused }) },
      ]);
    } catch (error) {
      failed(pending, error);
      answers.push([pending, internal]);
    }
  }
  return { writes: changes.length === 0 ? null : { changes, state }, answers, left: [] };
}

export const internal: Answer = {
  ok: false,
  error: reject(
    "internal",
    "The command failed by a fault of ours; it has been kept. Try again, or tell whoever runs the server.",
  ),
};

function applyAll(
  start: DeskState,
  bodies: readonly ChangeBody[],
  stamp: { readonly seq: number; readonly now: Instant; readonly by: string; readonly command: string },
) {
  let state = start;
  const logged = bodies.map((body, index) => {
    const change = stampChange(body, {
      seq: stamp.seq + index + 1,
      at: stamp.now,
      by: stamp.by,
      command: stamp.command,
    });
    state = evolve(state, change);
    const item = isItemChange(change) ? state.items.get(idOf(change.item)) : undefined;
    return { change, scope: scopeOf(change, item) };
  });
  return { state, logged };
}

/** The actor as the desk has them now: roles may have been taken since the command was sent. Null if they are gone. */
function present(actor: Actor, state: DeskState): Actor | null {
  if (actor.kind === "system") return actor;
  const member = state.members.get(actor.member.id);
  return member === undefined || member.removedAt !== null ? null : { kind: "member", member };
}

function answerAgain(before: Acceptance, said: string): Answer {
  if (before.hash === said) return { ok: true, seq: before.seq };
  return {
    ok: false,
    error: reject(
      "command.id.reused",
      "A command with this id was accepted before, with other data. Give this one a new id.",
    ),
  };
}

/** What a command said, whatever order its keys came in. */
function fingerprint(pending: Pending): string {
  return hash("sha1", `${pending.type}\n${canonical(pending.raw)}`, "base64url");
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
