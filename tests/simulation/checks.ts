import { isDeepStrictEqual } from "node:util";
import { readSnapshot } from "@flowdesk/client/connection/snapshot.ts";
import type { LoggedChange } from "@flowdesk/server/desk/store.ts";
import { type Change, idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import { plain } from "../fixtures/console.ts";
import { unpacked } from "../fixtures/unpacked.ts";
import { keptOf } from "./kept.ts";
import { responsesFlaws } from "./responses.ts";
import { Sight } from "./sight.ts";
import type { World } from "./world.ts";

/** Answers that say nothing about whether an earlier sending was accepted. */
const unsettled = new Set(["desk.unavailable", "too.many", "desk.unknown", "internal"]);

/** The whole log of a world. */
async function logOf(world: World): Promise<readonly LoggedChange[]> {
  const log: LoggedChange[] = [];
  for (;;) {
    const page = await world.engine.changes(world.desk, log.at(-1)?.change.seq ?? 0, 500);
    log.push(...page);
    if (page.length < 500) return log;
  }
}

/** What is wrong with how a world ended, as sentences with the name of their rule. */
export async function flawsOf(world: World): Promise<readonly string[]> {
  const log = (await logOf(world)).map(({ change }) => change);
  const sight = new Sight(log);
  return [
    ...world.ledger.alarms,
    ...numberFlaws(log),
    ...ledgerFlaws(world, log),
    ...claimFlaws(log),
    ...messageFlaws(world, log),
    ...frameFlaws(world, log, sight),
    ...(await copyFlaws(world, sight)),
    ...(await responsesFlaws(world, log)),
  ];
}

/**
 * How a world ended, as text that does not hang on the engine: log, state, every item with its thread, the responses,
 * consoles and all that was sent to them.
 */
export async function outcomeOf(world: World): Promise<string> {
  const logged = await logOf(world);
  const log = logged.map(({ change }) => change);
  const kept = await keptOf(world.engine, world.desk, logged);
  const consoles = world.seats.map((seat) => [seat.place.name, seat.shown.connection.kind]);
  const copy = await world.engine.copy(world.desk);
  const state = copy === null ? null : plain(copy.state);
  return canonical({ log, consoles, state, kept, frames: world.ledger.frames });
}

/** L2: numbered from 1 without gaps; the times never run back. */
function numberFlaws(log: readonly Change[]): string[] {
  const flaws: string[] = [];
  log.forEach(({ seq, at }, index) => {
    const before = log[index - 1];
    if (seq !== index + 1) flaws.push(`L2: change ${seq} stands at place ${index + 1} of the log`);
    if (before !== undefined && at < before.at) flaws.push(`L2: change ${seq} of ${at} comes after ${before.at}`);
  });
  return flaws.slice(0, 3);
}

/** D3, D4: what was accepted is in the log once, with its number; what was refused is not there. */
function ledgerFlaws(world: World, log: readonly Change[]): string[] {
  const flaws: string[] = [];
  const runs = new Map<string, Array<{ first: number; last: number }>>();
  for (const { by, command, seq } of log) {
    const key = `${by}\n${command}`;
    const list = runs.get(key) ?? [];
    const run = list.at(-1);
    if (run?.last === seq - 1) run.last = seq;
    else list.push({ first: seq, last: seq });
    runs.set(key, list);
  }
  const commands = [...world.ledger.commands];
  for (const { by, id, said, answers } of commands) {
    const done = runs.get(`${by}\n${id}`) ?? [];
    const numbers = new Set(answers.flatMap((answer) => (answer.ok ? [answer.seq] : [])));
    const twin = commands.some((other) => other.by === by && other.id === id && other.said !== said);
    if (numbers.size > 1) flaws.push(`D4: ${by} was told ${[...numbers].join(" and ")} of ${id} ${said}`);
    for (const seq of numbers)
      if (done.length !== 1 || done[0]?.last !== seq)
        flaws.push(`D3: ${by} was told ${seq} of ${id} ${said}, which is in the log at ${JSON.stringify(done)}`);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
    for (const code of codes) {
      if (code === "internal") flaws.push(`D3: ${id} ${said} of ${by} was answered with a fault`);
      if (code === "command.id.reused" && !twin)
        flaws.push(`D4: ${by} never used ${id} before, and was told so of ${said}`);
    }
    const isRefused = codes.length > 0 && numbers.size === 0 && codes.every((code) => !unsettled.has(code));
    if (isRefused && !twin && done.length > 0) flaws.push(`D3: ${id} ${said} of ${by} was refused and is in the log`);
  }
  for (const [key, done] of runs) {
    const [by, command] = key.split("\n");
    // A message is told apart by its channel and id: the same wording can come again after another.
    if (done.length > 1 && command?.startsWith("message:") !== true)
      flaws.push(`D4: ${command} of ${by} is in the log ${done.length} times`);
  }
  return flaws.slice(0, 5);
}

/** D5: nobody claims what somebody has. */
function claimFlaws(log: readonly Change[]): string[] {
  const flaws: string[] = [];
  const hands = new Map<string, string | null>();
  for (const change of log) {
    if (!isItemChange(change)) continue;
    const id = idOf(change.item);
    const has = hands.get(id) ?? null;
    if (change.type === "item.claimed" && has !== null)
      flaws.push(`D5: ${change.by} has claimed ${id} at ${change.seq}, which ${has} had`);
    if (typeof change.item !== "string") hands.set(id, change.item.assignee);
    if (change.set?.assignee !== undefined) hands.set(id, change.set.assignee);
  }
  return flaws.slice(0, 3);
}

/** S1: every message that a source brought is there, once. */
function messageFlaws(world: World, log: readonly Change[]): string[] {
  const channelOf = new Map<string, string>();
  const times = new Map<string, number>();
  for (const change of log) {
    if (!isItemChange(change)) continue;
    if (typeof change.item !== "string") channelOf.set(change.item.id, change.item.channel);
    if (change.type !== "item.received" && change.type !== "item.continued") continue;
    const key = `${channelOf.get(idOf(change.item))} ${change.message?.externalId}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const flaws: string[] = [];
  for (const [key, count] of times) if (count > 1) flaws.push(`D4: the message ${key} is in the log ${count} times`);
  for (const { channel, externalId } of world.ledger.delivered)
    if (!times.has(`${channel} ${externalId}`)) flaws.push(`D3: the message ${channel} ${externalId} was lost`);
  return flaws.slice(0, 3);
}

/** F1, F2, A2: what came down is what the log says, no more and no less than the member saw. */
function frameFlaws(world: World, log: readonly Change[], sight: Sight): string[] {
  const flaws: string[] = [];
  for (const { member, console, from, to, changes } of world.ledger.frames) {
    const said = `${console} was sent ${from}…${to}`;
    if (!sight.isMember(member, to)) flaws.push(`A2: ${said} and was no member any more`);
    else if (!sight.isSame(member, from - 1, to)) flaws.push(`F2: ${said} across a change of what ${member} sees`);
    else {
      const seen = log.slice(from - 1, to).filter((change) => sight.sees(member, change));
      if (JSON.stringify(seen) !== JSON.stringify(changes) && canonical(seen) !== canonical(changes))
        flaws.push(`F1, F2: ${said}: ${numbers(changes)} in the place of ${numbers(seen)}`);
    }
  }
  return flaws.slice(0, 5);
}

/** D2: every console shows what a fresh load would; who is no member any more has nothing. */
async function copyFlaws(world: World, sight: Sight): Promise<string[]> {
  const flaws: string[] = [];
  for (const seat of world.seats) {
    if (seat.hasLeft) continue;
    const { name } = seat.place;
    const { state, connection } = seat.shown;
    const member = sight.member(seat.member);
    if (member === undefined || seat.isOver) {
      if (member !== undefined) flaws.push(`A2: ${name} was let go, and ${seat.member} is still a member`);
      if (state !== null) flaws.push(`A2: ${name} still shows the desk; it is ${connection.kind}`);
      continue;
    }
    const fresh = await freshLoad(world, member);
    if (state === null) flaws.push(`D2: ${name} shows nothing`);
    else if (!isDeepStrictEqual(plain(state), fresh))
      flaws.push(`D2: ${name} shows ${difference(plain(state), fresh)}`);
  }
  return flaws.slice(0, 3);
}

async function freshLoad(world: World, member: Member): Promise<unknown> {
  const snapshot = await world.engine.snapshotLines(world.desk, viewOf(member));
  if (snapshot === null) throw new Error("The desk is gone");
  const { id: desk, ...rest } = snapshot.desk;
  const head = { ...rest, desk, ...snapshot.head, now: snapshot.head.at, me: member.id, entities: snapshot.entities };
  const body = new Response(`${JSON.stringify(head)}\n${unpacked(snapshot)}`).body;
  if (body === null) throw new Error("There is no body");
  return plain((await readSnapshot(body, () => {})).loaded.state);
}

/** The first thing in which two states differ, in short. */
function difference(shown: unknown, fresh: unknown): string {
  const [a, b] = [shown, fresh] as Array<Record<string, unknown>>;
  for (const part of Object.keys({ ...a, ...b })) {
    if (isDeepStrictEqual(a?.[part], b?.[part])) continue;
    const [left, right] = [a?.[part], b?.[part]].map((list) => new Map((list ?? []) as Array<[string, unknown]>));
    for (const id of new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]))
      if (!isDeepStrictEqual(left?.get(id), right?.get(id)))
        return `${part} ${id} as ${JSON.stringify(left?.get(id))} and not ${JSON.stringify(right?.get(id))}`;
  }
  return "something else";
}

function numbers(changes: ReadonlyArray<{ readonly seq: number }>): string {
  return `[${changes.map(({ seq }) => seq).join(" ")}]`;
}

/** Plain data as text, whatever order their keys came in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
