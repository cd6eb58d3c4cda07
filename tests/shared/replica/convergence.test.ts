import { needs } from "@flowdesk/shared/desk/item/need.ts";
import { instant, millis, minute } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ConsoleAtDesk } from "../../fixtures/console-at-desk.ts";
import { DeskUnderTest, emptyDesk, festival } from "../../fixtures/desk.ts";
import { histories, take } from "../../fixtures/history.ts";
import { everyone, jonas, solveig } from "../../fixtures/people.ts";

const turn = fc.record({ what: fc.nat(99), detail: fc.nat(999) });

/** Something that a person at the console tries with what stands on their screen. */
function attempt(console: ConsoleAtDesk, detail: number): readonly [string, object] {
  const items = console.items;
  const item = items[detail % Math.max(1, items.length)] ?? "none";
  const other = items[(detail * 7) % Math.max(1, items.length)] ?? "none";
  const until = instant(millis(console.desk.now) + 30 * minute);
  const attempts: ReadonlyArray<readonly [string, object]> = [
    ["item.claim", { item }],
    ["item.claim", { items: [item, other] }],
    ["item.assign", { item, to: "sofie" }],
    ["item.release", { item }],
    ["item.reply", { item, text: `Svar ${detail}` }],
    ["item.reply.undo", { item }],
    ["item.sent", { item }],
    ["item.note", { item, text: `Note ${detail}` }],
    ["item.tag", { item, tag: `t${detail % 3}` }],
    ["item.untag", { item, tag: `t${detail % 3}` }],
    ["item.need", { item, need: needs[detail % needs.length] }],
    ["item.snooze", { item, until }],
    ["item.passOn", { item, on: "first aid" }],
    ["item.dismiss", { item, reason: "spam" }],
    ["item.close", { item }],
    ["item.prioritise", { item, priority: detail % 4 }],
    ["item.see", { item }],
    ["items.deal", { count: 1 + (detail % 4) }],
    ["member.shift", { shift: detail % 2 === 0 ? "break" : "on" }],
    ["policy.tags", { tags: [`t${detail % 5}`] }],
  ];
  return attempts[detail % attempts.length] ?? ["item.claim", { item }];
}

for (const me of [jonas, solveig]) {
  test(`D2: what ${me.name}'s console shows is what a fresh load shows once nothing is pending, after any interleaving of commands, answers, frames, threads, cuts and reloads`, () => {
    let pendings = 0;
    fc.assert(
      fc.property(histories(160), fc.array(turn, { minLength: 400, maxLength: 400 }), (steps, turns) => {
        const desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
        for (let n = 0; n < 6; n++) desk.receive({ externalId: `first${n}` });
        const console = new ConsoleAtDesk(desk, me);
        const others = steps[Symbol.iterator]();
        for (const { what, detail } of turns) {
          if (what < 30) {
            const step = others.next().value;
            if (step !== undefined) take(desk, step);
          } else if (what < 52) {
            if (console.propose(...attempt(console, detail)) === "pending") pendings++;
          } else if (what < 64) console.decideNext();
          else if (what < 74) console.feed(1 + (detail % 5));
          else if (what < 92) console.arrive(detail);
          else if (what < 97) console.openThread(console.items[detail % Math.max(1, console.items.length)] ?? "none");
          else if (what < 99) console.cut();
          else console.reload();
        }
        console.settle();
        expect(console.replica.pending).toEqual([]);
        const { shown, fresh } = console.compare();
        expect(shown).toEqual(fresh);
      }),
      // Shrinking a history of hundreds of steps takes longer than reading it.
      { seed: 1971, numRuns: 20, endOnFailure: true },
    );
    expect(pendings).toBeGreaterThan(150);
  });
}
