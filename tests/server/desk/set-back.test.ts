import { Feeds } from "@flowdesk/server/desk/feed.ts";
import { type Head, type KnownHistory, StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { instant, millis } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { festival } from "../../fixtures/desk.ts";
import { MemoryDesk, until } from "../../fixtures/memory-desk.ts";
import { jonas } from "../../fixtures/people.ts";
import { asPerson, RecordingSubscriber } from "../../fixtures/recording-subscriber.ts";

let desk: MemoryDesk;
let feeds: Feeds;
let console: RecordingSubscriber;
/** What was held against the store, and what that says. */
let asked: KnownHistory[];
let says: () => boolean;
let head: Head;

async function feed() {
  const feed = await feeds.open(festival.id);
  if (feed === null) throw new Error("There is no feed");
  return feed;
}
const compare = async (of: Partial<Head>, before?: number) => (await feed()).compare({ ...head, ...of }, before);
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(async () => {
  desk = await MemoryDesk.open();
  asked = [];
  says = () => true;
  feeds = new Feeds({
    store: desk.store,
    now: Date.now,
    warn: () => {},
    limits: { retry: 5 },
    renewIfSetBack: async (_desk, known) => {
      asked.push(known);
      return says();
    },
  });
  console = new RecordingSubscriber(asPerson(`user-${jonas.id}`));
  await console.join(await feed());
  for (let count = 0; count < 3; count++) await desk.receive();
  await (await feed()).readUpTo(await desk.head());
  head = (await desk.store.head(festival.id)) as Head;
});
afterEach(async () => {
  feeds.stop();
  await desk.close();
});

describe("a feed whose store was set back", () => {
  test.each([
    ["has fewer changes", (): Partial<Head> => ({ seq: head.seq - 1 })],
    ["has another change under its last number", (): Partial<Head> => ({ at: instant(millis(head.at) + 1) })],
  ])("L5, F1: ends once the store says so, where it %s", async (_how, other) => {
    await compare(other());
    await until(() => console.closed.length > 0);
    expect(console.closed).toEqual([{ desk: festival.id, reason: "view-changed" }]);
    expect(asked).toEqual([{ log: head.log, lines: [{ seq: head.seq, at: millis(head.at) }] }]);
    expect((await feed()).followers).toBe(0);
  });

  test("L5: goes on where the store says that it is the same, and where it stands there or further", async () => {
    says = () => false;
    await compare({ seq: head.seq - 1 });
    await until(() => asked.length === 1);
    await compare({});
    await compare({ seq: head.seq + 1 });
    // The reading of the head began before the last changes were taken.
    await compare({ seq: head.seq - 1 }, head.seq - 1);
    await settled();
    expect([asked.length, console.closed]).toEqual([1, []]);
  });

  test("L5: asks with all that it took of late once the store may be another, and again where it could not be asked", async () => {
    let tries = 0;
    says = () => {
      if (++tries < 3) throw new StoreUnavailable("away");
      return true;
    };
    feeds.doubt();
    await until(() => console.closed.length > 0);
    expect(asked).toHaveLength(3);
    expect(asked[2]?.lines.slice(-4).map(({ seq }) => seq)).toEqual([3, 2, 1, 0].map((less) => head.seq - less));
  });
});
