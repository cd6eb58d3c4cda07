import { readSnapshot } from "@flowdesk/client/connection/snapshot.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { expect, test } from "vitest";
import { DeskUnderTest, opening } from "../../fixtures/desk.ts";
import { everyone } from "../../fixtures/people.ts";

const desk = new DeskUnderTest();
for (let n = 0; n < 50; n++) desk.receive({ externalId: `e${n}`, text: `Hvor er køen? 🎪 ${n}` });

function lines(): string[] {
  const entities = [
    ...everyone.map((member) => ({ member })),
    ...[...desk.state.channels.values()].map((channel) => ({ channel })),
    ...[...desk.state.items.values()].map((item) => ({ item })),
  ];
  const head = {
    desk: "festival",
    log: "log-1",
    seq: desk.log.length,
    now: opening,
    name: "Festival",
    zone: "Europe/Copenhagen",
    policy: firstPolicy,
    me: "jonas",
    entities: entities.length,
  };
  return [head, ...entities].map((line) => JSON.stringify(line));
}

/** The bytes in pieces of so many, so that lines and characters are cut anywhere. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

test("a snapshot is read whole wherever its bytes are cut, and says how far it is", async () => {
  for (const size of [1, 7, 4096, 1 << 20]) {
    const told: Array<[number, number]> = [];
    const { loaded, now } = await readSnapshot(inPieces(`${lines().join("\n")}\n`, size), (count, of) =>
      told.push([count, of]),
    );
    expect(now).toBe(opening);
    expect(loaded).toMatchObject({ log: "log-1", seq: desk.log.length, me: "jonas" });
    expect(loaded.state.items.size).toBe(50);
    for (const [id, item] of desk.state.items) expect(loaded.state.items.get(id)).toEqual(item);
    expect(loaded.state.members.size).toBe(everyone.length);
    expect(told.at(-1)).toEqual([lines().length - 1, lines().length - 1]);
  }
});

test("a snapshot that breaks off is refused: half a desk is none", async () => {
  const half = lines().slice(0, 20).join("\n");
  await expect(readSnapshot(inPieces(half, 100), () => {})).rejects.toMatchObject({ code: "snapshot.broken" });
  await expect(readSnapshot(inPieces("", 100), () => {})).rejects.toMatchObject({ code: "snapshot.broken" });
});
