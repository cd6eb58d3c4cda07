import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { Channel } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import type { SnapshotHead, SnapshotLine } from "@flowdesk/shared/protocol/snapshot.ts";
import type { Loaded } from "@flowdesk/shared/replica/replica.ts";
import { send } from "./http.ts";
import { Refusal } from "./refusal.ts";
import { Breather } from "./yield-to-browser.ts";

/** How often it is told how much has come, in ms: to draw it takes as long as to read hundreds of lines. */
const tellAgain = 250;

/**
 * Loads a desk's open work. It is read as it comes, line by line, with the browser let in between, so that fifty
 * thousand items load without the screen standing still. The lines are our own server's, of the same protocol: their
 * entities are taken as they are.
 * @param progress told how many entities are here, and of how many
 * @throws Refusal if the server refuses, or if the answer breaks off
 */
export async function loadSnapshot(
  desk: string,
  signal: AbortSignal,
  progress: (loaded: number, of: number) => void,
): Promise<{ loaded: Loaded; now: string }> {
  const response = await send("GET", `/api/desks/${encodeURIComponent(desk)}/snapshot`, undefined, signal);
  if (response.body === null) throw brokenOff();
  return readSnapshot(response.body, progress);
}

/** Reads a snapshot from its bytes. @throws Refusal if it breaks off */
export async function readSnapshot(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  progress: (loaded: number, of: number) => void,
): Promise<{ loaded: Loaded; now: string }> {
  const members = Table.filling<Member>();
  const channels = Table.filling<Channel>();
  const items = Table.filling<Item>();
  const posts = Table.filling<Post>();
  const briefings = Table.filling<Briefing>();
  const breather = new Breather();
  let head: SnapshotHead | null = null;
  let lines = 0;
  let told = performance.now();
  for await (const part of linesOf(body)) {
    for (const line of part) {
      if (head === null) head = JSON.parse(line) as SnapshotHead;
      else {
        const entity = JSON.parse(line) as SnapshotLine;
        if ("item" in entity) items.add(entity.item.id, entity.item);
        else if ("member" in entity) members.add(entity.member.id, entity.member);
        else if ("channel" in entity) channels.add(entity.channel.id, entity.channel);
        else if ("post" in entity) posts.add(entity.post.id, entity.post);
        else briefings.add(entity.briefing.id, entity.briefing);
        lines++;
      }
      // Asking the clock at every line would cost more than reading it.
      if (lines % 64 !== 0) continue;
      const now = performance.now();
      if (head !== null && now - told > tellAgain) {
        told = now;
        progress(lines, head.entities);
      }
      await breather.pause();
    }
  }
  if (head === null || lines < head.entities) throw brokenOff();
  progress(lines, head.entities);
  const { desk, name, zone, policy, demonstration, me, log, seq, now } = head;
  const state: DeskState = {
    desk: { id: desk, name, zone, policy, ...(demonstration === true ? { demonstration } : {}) },
    members: members.table(),
    channels: channels.table(),
    items: items.table(),
    posts: posts.table(),
    briefings: briefings.table(),
    threads: Table.empty(),
    lookups: null,
  };
  return { loaded: { log, seq, me, state }, now };
}

/** The lines, as many at once as have come: to wait for each by itself would cost as much as reading it. */
async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<readonly string[]> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const parts = (rest + value).split("\n");
    rest = parts.pop() ?? "";
    yield parts.filter((part) => part !== "");
  }
  if (rest !== "") yield [rest];
}

function brokenOff(): Refusal {
  return new Refusal("snapshot.broken", "The desk did not come through whole.", 0);
}
