import type { Outcome } from "@flowdesk/client/connection/desk-connection.ts";
import { DeskIndex } from "@flowdesk/client/store/desk-index.ts";
import { replicaStore } from "@flowdesk/client/store/replica-store.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { type Fullness, loadOf, storyDesk } from "./story-desk.ts";

/** Stands in for the connection: the desk of the story decides in this very page. */
const query = new URLSearchParams(location.search);
const fullness = (query.get("desk") ?? "busy") as Fullness;
const me = query.get("me") ?? (fullness === "alone" ? "solveig" : "aisha");
const desk = storyDesk(fullness, Date.now());
let index: DeskIndex | null = null;

async function show(): Promise<void> {
  const state = loadOf(desk.state);
  index = await DeskIndex.build(state, index, async () => {});
  replicaStore.setState({
    state,
    me,
    connection: query.has("offline") ? { kind: "offline", since: Date.now() - 61_000 } : { kind: "live" },
    presence: [{ member: "jonas", item: [...desk.state.items.values()].at(-5)?.id ?? null, writing: true }],
    posts: [...state.posts.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
    ...index.read(state, me, Date.now()),
  });
}

export function openDesk(): void {
  if (!query.has("loading")) void show();
  else replicaStore.setState({ connection: { kind: "opening", loaded: 4200, of: 20_000 } });
}
export function closeDesk(): void {}
export function deskHere(): string {
  return "fest";
}
export function tryAgain(): void {
  void show();
}
export function showPresence(): void {}
export async function loadThread(): Promise<null> {
  return null;
}

export async function command(type: string, data: object): Promise<Outcome> {
  desk.now = instant(Date.now());
  const member = desk.state.members.get(me);
  if (member === undefined) throw new Error(`No member ${me}`);
  const decision = desk.runRaw(member, type, { ...(type.startsWith("member.") ? { member: me } : {}), ...data });
  await show();
  return decision.ok ? { ok: true, seq: desk.log.length } : { ok: false, error: decision.rejection };
}
