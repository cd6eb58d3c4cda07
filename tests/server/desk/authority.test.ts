import { Authority } from "@flowdesk/server/desk/authority.ts";
import type { Answer, Submission } from "@flowdesk/server/desk/desk-service.ts";
import {
  type BatchKeys,
  type BatchWrites,
  type LoadedBatch,
  OutcomeUnknown,
  StorageFull,
} from "@flowdesk/server/desk/store.ts";
import type { Actor } from "@flowdesk/shared/desk/context.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { festival, incoming, opening } from "../../fixtures/desk.ts";
import { MemoryStore } from "../../fixtures/memory-store.ts";
import { aisha, jonas, karin, sofie } from "../../fixtures/people.ts";

const desk = festival.id;
const house: Actor = { kind: "system", id: "house" };

/** A store whose commits can be made to fail in the ways in which they do. */
class FailingStore extends MemoryStore {
  /** What goes wrong at the next commits, in order; `lost`: it is written and the answer is lost. */
  readonly faults: Array<"lost" | "died" | "full" | "broken"> = [];
  readonly batches: BatchKeys[] = [];

  override async transact(
    of: string,
    keys: BatchKeys,
    decide: (loaded: LoadedBatch) => BatchWrites | null,
  ): Promise<void> {
    this.batches.push(keys);
    const fault = this.faults.shift();
    if (fault === "full") throw new StorageFull("full");
    if (fault === "broken") throw new Error("broken");
    if (fault === "died") throw new OutcomeUnknown("died");
    await super.transact(of, keys, decide);
    if (fault === "lost") throw new OutcomeUnknown("lost");
  }
}

describe("the authority of a desk", () => {
  let store: FailingStore;
  let authority: Authority;
  let kept: Array<{ id: string; type: string }>;
  let committed: number[];
  let givenUp: Array<{ desk: string; why: string }>;
  let ids = 0;

  beforeEach(async () => {
    store = new FailingStore();
    await store.createDesk(festival, opening);
    kept = [];
    committed = [];
    givenUp = [];
    authority = new Authority({
      store,
      now: () => millis(opening),
      newId: () => `id-${++ids}`,
      committed: (_desk, changes) => committed.push(...changes.map(({ change }) => change.seq)),
      keep: (_desk, { id, type }) => kept.push({ id, type }),
      unavailable: (desk, { message }) => givenUp.push({ desk, why: message }),
    });
    for (const person of [aisha, jonas, sofie, karin]) {
      const { id, name, user, roles, channels, languages, capacity } = person;
      await command(house, "member.add", { member: id, name, user, roles, channels, languages, capacity });
    }
    committed.length = 0;
    store.batches.length = 0;
  });

  const by = (member: Member): Actor => ({ kind: "member", member });
  const submission = (
    actor: Actor,
    type: string,
    data: object,
    id = `c-${++ids}`,
    lane: Submission["lane"] = "people",
  ): Submission => ({
    id,
    type,
    data,
    actor,
    lane,
  });
  const command = (actor: Actor, type: string, data: object, id?: string) =>
    authority.submit(desk, submission(actor, type, data, id));
  const bring = async (externalId: string): Promise<string> => {
    await authority.submit(desk, submission(house, "message.receive", incoming({ externalId }), undefined, "sources"));
    const copy = await store.copy(desk);
    return [...(copy?.state.items.values() ?? [])].find(({ newest }) => newest.externalId === externalId)?.id ?? "";
  };
  const codeOf = (answer: Answer) => (answer.ok ? "ok" : answer.error.code);
  const head = async () => (await store.head(desk))?.seq;

  test("D4: the same command again gives the first acceptance again and changes nothing", async () => {
    const item = await bring("1");
    const first = await command(by(jonas), "item.claim", { item }, "claim-1");
    const before = await head();
    expect(await command(by(jonas), "item.claim", { item }, "claim-1")).toEqual(first);
    expect(await head()).toBe(before);
  });

  test("D4: the same id with other data is refused, and another member's same id is another command", async () => {
    const [item, other] = [await bring("1"), await bring("2")];
    await command(by(jonas), "item.claim", { item }, "c");
    expect(codeOf(await command(by(jonas), "item.claim", { item: other }, "c"))).toBe("command.id.reused");
    expect(codeOf(await command(by(sofie), "item.claim", { item: other }, "c"))).toBe("ok");
  });

  test("D4: the order of a command's keys makes no other command", async () => {
    const item = await bring("1");
    await command(by(aisha), "item.assign", { item, to: jonas.id }, "c");
    expect(codeOf(await command(by(aisha), "item.assign", { to: jonas.id, item }, "c"))).toBe("ok");
  });

  test("D4: a rejection is decided anew", async () => {
    const item = await bring("1");
    await command(by(jonas), "item.claim", { item });
    expect(codeOf(await command(by(sofie), "item.claim", { item }, "again"))).toBe("item.taken");
    await command(by(jonas), "item.release", { item });
    expect(codeOf(await command(by(sofie), "item.claim", { item }, "again"))).toBe("ok");
  });

  test("D3, L4: a commit whose answer was lost is settled by looking its commands up, and each is answered once", async () => {
    const item = await bring("1");
    store.faults.push("lost");
    const answer = await command(by(jonas), "item.claim", { item }, "c");
    expect(answer.ok).toBe(true);
    const copy = await store.copy(desk);
    expect(copy?.state.items.get(item)?.assignee).toBe(jonas.id);
    expect(answer).toMatchObject({ seq: copy?.head.seq });
  });

  test("D3: when the writer goes on dying, what was pending is answered desk.unavailable", async () => {
    const item = await bring("1");
    store.faults.push("died", "died", "died", "died", "died");
    expect(codeOf(await command(by(jonas), "item.claim", { item }))).toBe("desk.unavailable");
    expect(givenUp).toEqual([{ desk, why: expect.any(String) }]);
    expect(codeOf(await command(by(jonas), "item.claim", { item }))).toBe("ok");
    expect(givenUp).toHaveLength(1);
  });

  test("a full disk is said, nothing is written, and it goes on when there is room", async () => {
    const item = await bring("1");
    const before = await head();
    store.faults.push("full");
    expect(codeOf(await command(by(jonas), "item.claim", { item }))).toBe("storage.full");
    expect(await head()).toBe(before);
    expect(codeOf(await command(by(jonas), "item.claim", { item }))).toBe("ok");
  });

  test("a batch that fails is run again one by one; what fails alone is answered internal and kept", async () => {
    const [one, two] = [await bring("1"), await bring("2")];
    store.faults.push("broken", "broken");
    const answers = await authority.submitAll(desk, [
      submission(by(jonas), "item.claim", { item: one }, "bad"),
      submission(by(jonas), "item.claim", { item: two }, "good"),
    ]);
    expect(answers.map(codeOf)).toEqual(["internal", "ok"]);
    expect(kept).toEqual([{ id: "bad", type: "item.claim" }]);
  });

  test("people go before timers and those before what sources bring, in one batch", async () => {
    const item = await bring("1");
    const order: string[] = [];
    await Promise.all([
      authority
        .submit(desk, submission(house, "message.receive", incoming({ externalId: "9" }), "source", "sources"))
        .then(() => order.push("source")),
      authority
        .submit(desk, submission(house, "item.close", { item }, "timer", "timers"))
        .then(() => order.push("timer")),
      authority.submit(desk, submission(by(jonas), "item.claim", { item }, "person")).then(() => order.push("person")),
    ]);
    expect(order).toEqual(["person", "timer", "source"]);
    expect(store.batches.at(-1)).toMatchObject({ items: [item] });
  });

  test("later commands of a batch see the results of earlier ones", async () => {
    const item = await bring("1");
    const answers = await authority.submitAll(desk, [
      submission(by(jonas), "item.claim", { item }),
      submission(by(sofie), "item.claim", { item }),
      submission(by(jonas), "item.release", { item }),
      submission(by(sofie), "item.claim", { item }),
    ]);
    expect(answers.map(codeOf)).toEqual(["ok", "item.taken", "ok", "ok"]);
    expect(store.batches.at(-1)?.commands).toHaveLength(4);
  });

  test("A2: who was removed is decided no more, whatever their connection still says of them", async () => {
    const item = await bring("1");
    await command(by(karin), "member.remove", { member: jonas.id });
    expect(codeOf(await command(by(jonas), "item.claim", { item }))).toBe("desk.unknown");
  });

  test("L1: what is committed is handed on after the commit, once and in order", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => bring(`many-${index}`)));
    expect(committed).toEqual(committed.map((_, index) => (committed[0] ?? 0) + index));
    expect(committed.at(-1)).toBe(await head());
  });

  test("L2: a clock that is set back does not set the log's back", async () => {
    await bring("1");
    const slow = new Authority({
      store,
      now: () => millis(opening) - 3_600_000,
      newId: () => `id-${++ids}`,
      committed: () => {},
      keep: () => {},
    });
    await slow.submit(desk, submission(by(aisha), "desk.rename", { name: "x" }));
    await slow.submit(desk, submission(by(aisha), "policy.tags", { tags: ["a"] }));
    const log = await store.changes(desk, 0, 100);
    const times = log.map(({ change }) => change.at);
    expect(times).toEqual([...times].sort());
  });

  test("what is drained takes nothing more and has answered everything it took", async () => {
    const item = await bring("1");
    const taken = command(by(jonas), "item.claim", { item });
    await authority.drain();
    expect(codeOf(await taken)).toBe("ok");
    expect(codeOf(await command(by(jonas), "item.release", { item }))).toBe("desk.unavailable");
  });

  test("D3: a desk that is not there is said", async () => {
    expect(codeOf(await authority.submit("nowhere", submission(house, "policy.tags", { tags: [] })))).toBe(
      "desk.unknown",
    );
  });
});
