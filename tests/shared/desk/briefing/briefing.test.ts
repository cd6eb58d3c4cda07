import { briefingInForce, briefingsAtHand } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { expect, test } from "vitest";
import { DeskUnderTest } from "../../../fixtures/desk.ts";
import { aisha, bridge, jonas, lars, maja, sofie } from "../../../fixtures/people.ts";

function written(desk: DeskUnderTest): string {
  return [...desk.state.briefings.values()].at(-1)?.id ?? "";
}

test("the newest briefing is in force, with who has read it", () => {
  const desk = new DeskUnderTest();
  desk.must(aisha, "briefing.write", { text: "Indgang Øst åbner kl. 21", numbers: [{ name: "Vagt", number: "112" }] });
  desk.wait(1000).must(lars, "briefing.write", { text: "Indgang Øst er åben" });
  const now = briefingInForce(desk.state.briefings.values());
  expect(now).toMatchObject({ text: "Indgang Øst er åben", numbers: [], readBy: [{ member: lars.id }] });
  desk.must(jonas, "briefing.read", { briefing: now?.id ?? "" });
  desk.must(sofie, "briefing.read", { briefing: now?.id ?? "" });
  expect(desk.state.briefings.get(now?.id ?? "")?.readBy.map(({ member }) => member)).toEqual([
    lars.id,
    jonas.id,
    sofie.id,
  ]);
  expect(desk.refusal(jonas, "briefing.read", { briefing: now?.id ?? "" }).code).toBe("nothing.to.do");
});

test("announcements are the flow manager's and the team lead's; nobody reads what is not there", () => {
  const desk = new DeskUnderTest();
  desk.must(aisha, "briefing.announce", { text: "Vi går over til kun akutte" });
  expect(desk.state.briefings.get(written(desk))?.kind).toBe("announcement");
  expect(desk.refusal(jonas, "briefing.announce", { text: "Hej" }).code).toBe("forbidden");
  expect(desk.refusal(maja, "briefing.write", { text: "Hej" }).code).toBe("forbidden");
  expect(desk.refusal(jonas, "briefing.read", { briefing: "none" }).code).toBe("briefing.unknown");
  expect(desk.refusal(bridge, "briefing.read", { briefing: written(desk) }).code).toBe("forbidden");
});

test("D2: a console holds the newest, whichever came first", () => {
  const desk = new DeskUnderTest();
  for (let made = 0; made < briefingsAtHand + 5; made++)
    desk.wait(1000).must(aisha, "briefing.announce", { text: `Nummer ${made}` });
  const held = [...desk.state.briefings.values()].map(({ text }) => text);
  expect(held).toHaveLength(briefingsAtHand);
  expect(held).not.toContain("Nummer 4");
  expect(held).toContain("Nummer 5");
});
