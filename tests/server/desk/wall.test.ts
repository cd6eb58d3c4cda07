import { Pulses } from "@flowdesk/server/desk/pulse.ts";
import { Walls } from "@flowdesk/server/desk/wall.ts";
import { type Wall, wallSchema } from "@flowdesk/shared/protocol/wall.ts";
import { instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sqliteStore } from "../../fixtures/data-folder.ts";
import { opening } from "../../fixtures/desk.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { aisha, jonas, noor, sofie } from "../../fixtures/people.ts";

const start = millis(opening);

async function setUp() {
  const { store } = sqliteStore();
  const desk = await DeskInStore.open(store);
  const now = () => millis(desk.now);
  /** The wall as a screen that has not asked before gets it. */
  const wall = async (): Promise<Wall> => {
    const walls = new Walls({ store, pulses: new Pulses({ store, now, monotonic: now }), now }, "release");
    return wallSchema.parse(await walls.of(desk.id));
  };
  return { desk, store, wall, now };
}

const questions = [
  "Hvor er toiletterne?",
  "hvor er toilettet henne?",
  "Hej, hvor finder jeg et toilet?",
  "toilet hvor?",
];

describe("The wall", () => {
  test("of an empty desk has its colleagues and channels, and nothing that presses", async () => {
    const { wall } = await setUp();
    const shown = await wall();
    expect(shown.desk).toEqual({ name: "Festival", zone: "Europe/Copenhagen", demonstration: false });
    expect(shown.numbers).toEqual({ unseenUrgent: 0, practicalOverdue: 0, open: 0, notTaken: 0, overdue: 0 });
    expect(shown.channels).toMatchObject([
      { id: "instagram:festival", silentMs: null, covered: true },
      { id: "x:festival", silentMs: null, covered: true },
    ]);
    expect(shown.people.map(({ name }) => name)).toEqual([
      "Aisha",
      "Ida",
      "Jonas",
      "Karin",
      "Lars",
      "Maja",
      "Noor",
      "Sofie",
    ]);
    expect(shown.question).toBeNull();
    expect(shown.posts).toEqual([]);
  });

  test("counts what can still be acted on", async () => {
    const { desk, wall } = await setUp();
    const [first = "", second = "", third = ""] = await desk.receive(
      { author: { handle: "a1" } },
      { author: { handle: "a2" } },
      { author: { handle: "a3" }, kind: "dm" },
    );
    await desk.do(aisha, "item.need", { item: first, need: "urgent" });
    await desk.do(aisha, "item.need", { item: second, need: "watch" });
    await desk.do(aisha, "item.assign", { item: third, to: sofie.id });
    const shown = await wall();
    expect(shown.numbers).toMatchObject({ unseenUrgent: 1, open: 2, notTaken: 1, overdue: 0 });
    expect(shown.people.find(({ name }) => name === "Sofie")).toMatchObject({ load: 1, capacity: sofie.capacity });
    await desk.do(jonas, "item.see", { item: first });
    desk.wait(25 * 60 * minute);
    expect((await wall()).numbers).toMatchObject({ unseenUrgent: 0, open: 2, overdue: 2, practicalOverdue: 0 });
  });

  test("says which channels are silent, and which have nobody who covers them now", async () => {
    const { desk, wall } = await setUp();
    const arrivals = Array.from({ length: 20 }, (_, place) => ({
      author: { handle: `guest${place}` },
      at: instant(start + place * minute),
    }));
    desk.wait(20 * minute);
    await desk.receive(...arrivals);
    desk.wait(20 * minute);
    await desk.do(aisha, "member.cover", { member: noor.id, cover: [{ channels: ["instagram:festival"] }] });
    const [instagram, x] = (await wall()).channels;
    expect(instagram).toMatchObject({ covered: true, silentMs: null });
    expect(x).toMatchObject({ covered: false, silentMs: 21 * minute, perMinute: 0 });
  });

  test("says what most people ask, once three do", async () => {
    const { desk, wall } = await setUp();
    const asked = questions.map((text, place) => ({ author: { handle: `asker${place}` }, text }));
    await desk.receive(...asked.slice(0, 2));
    expect((await wall()).question).toBeNull();
    await desk.receive(...asked.slice(2));
    expect((await wall()).question).toEqual({ text: "Hvor er toiletterne?", people: 4 });
  });

  test("tells two of one first name apart, and says of who is tied up no more than that", async () => {
    const { desk, wall } = await setUp();
    await desk.do(jonas, "member.rename", { member: jonas.id, name: "Sofie Berg" });
    await desk.do(jonas, "member.shift", { shift: "tied-up", note: "the parents of Emma Lind" });
    const shown = await wall();
    expect(shown.people.map(({ name }) => name)).toContain("Sofie B.");
    expect(shown.people.map(({ name }) => name)).toContain("Sofie L.");
    expect(JSON.stringify(shown)).not.toContain("Emma");
  });

  test("is made once a second for however many screens", async () => {
    const { desk, store, now } = await setUp();
    let read = 0;
    const reader: typeof store.read = (name, asked) => {
      read += 1;
      return store.read(name, asked);
    };
    const walls = new Walls(
      { store: { read: reader }, pulses: new Pulses({ store: { read: reader }, now, monotonic: now }), now },
      null,
    );
    await Promise.all(Array.from({ length: 20 }, () => walls.of(desk.id)));
    expect(read).toBe(14);
    expect(await walls.of("nowhere")).toBeNull();
  });

  test("names nobody outside and quotes no direct message, whoever writes what", async () => {
    const token = fc
      .string({ unit: fc.constantFrom(..."bcdfghjklmnpqrstvwxzæøå0123456789"), minLength: 7, maxLength: 14 })
      .map((text) => `q${text}`);
    const name = fc.tuple(token, token).map(([first, last]) => `${capital(first)} ${capital(last)}`);
    const people = fc.array(fc.record({ handle: token, name: fc.option(name, { nil: undefined }) }), {
      minLength: 4,
      maxLength: 8,
    });
    const dms = fc.array(token, { minLength: 1, maxLength: 4 });
    const { desk, wall } = await setUp();
    let shownQuestions = 0;
    await fc.assert(
      fc.asyncProperty(people, dms, fc.nat(5), async (authors, secrets, form) => {
        desk.wait(2 * 60 * minute);
        const other = (place: number) => authors[(place + 1) % authors.length];
        const said = (place: number): string => {
          const { handle = "", name: called } = other(place) ?? {};
          const named = called ?? handle;
          const texts = [
            `Hvor er toiletterne? hilsen ${named}`,
            `Hvor er toiletterne, jeg hedder ${authors[place]?.name ?? authors[place]?.handle}`,
            `hvor er toiletterne ${authors[0]?.handle} ${authors[0]?.name ?? ""}?`,
            `HVOR ER TOILETTERNE ${authors[0]?.handle.toUpperCase()}?`,
            `${named} hvor er toiletterne @${handle}`,
            `Hvor er toiletterne? https://x.com/${handle}/status/${place} ring 20 30 40 5${place}`,
          ];
          return texts[(form + place) % 2 === 0 ? form : place % texts.length] ?? "";
        };
        await desk.receive(
          ...authors.map((author, place) => ({
            author: { handle: author.handle, ...(author.name === undefined ? {} : { name: author.name }) },
            text: said(place),
          })),
          ...secrets.map((secret, place) => ({
            kind: "dm" as const,
            author: { handle: `q9dm${place}${secret}` },
            text: `Hvor er toiletterne ${secret}?`,
          })),
        );
        desk.wait(second);
        const made = await wall();
        if (made.question !== null) shownQuestions += 1;
        const shown = JSON.stringify(made).toLowerCase();
        const outside = [
          ...authors.flatMap((one) => [one.handle, ...(one.name?.split(" ") ?? [])]),
          ...secrets,
          "q9dm",
          "20 30 40",
        ];
        for (const one of outside) expect(shown).not.toContain(one.toLowerCase());
      }),
      { numRuns: 40 },
    );
    expect(shownQuestions).toBeGreaterThan(10);
  });
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
