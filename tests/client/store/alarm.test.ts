import { type Cause, causesOf, concerns, isRipe } from "@flowdesk/client/store/alarm.ts";
import { AlarmGate } from "@flowdesk/client/store/alarm-gate.ts";
import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import { millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, it } from "vitest";
import { clockwork, DeskUnderTest } from "../../fixtures/desk.ts";
import { aisha, emil, jonas, noor, sofie } from "../../fixtures/people.ts";
import { doors } from "../../fixtures/posts.ts";

function heard(desk: DeskUnderTest, me: string): readonly string[] {
  const causes = causesOf(desk.log).filter((cause) => concerns(cause, desk.state, me));
  return [...new Set(causes.map(({ kind, id }) => `${kind} ${id}`))];
}

describe("what needs a person now", () => {
  it("is what is urgent and unseen: the holder's, nobody's for everyone at work, always the flow manager's", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    expect(heard(desk, jonas.id)).toEqual([]);
    desk.must(aisha, "item.need", { item, need: "urgent" });
    expect(heard(desk, jonas.id)).toEqual([`urgent ${item}`]);
    expect(heard(desk, emil.id)).toEqual([]);
    desk.must(aisha, "item.assign", { item, to: sofie.id });
    expect(heard(desk, sofie.id)).toEqual([`urgent ${item}`]);
    expect(heard(desk, jonas.id)).toEqual([]);
    expect(heard(desk, aisha.id)).toEqual([`urgent ${item}`]);
    desk.must(sofie, "item.see", { item });
    expect(heard(desk, sofie.id)).toEqual([]);
  });

  it("is what is overdue with them, until it is answered or they take a break", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(jonas, "item.claim", { item });
    desk.wait(25 * 60 * minute).must(clockwork, "item.expire", { item });
    expect(heard(desk, jonas.id)).toEqual([`overdue ${item}`]);
    expect(heard(desk, sofie.id)).toEqual([]);
    desk.must(jonas, "member.shift", { shift: "break" });
    expect(heard(desk, jonas.id)).toEqual([]);
  });

  it("is a post that is late or missed: the owner's and the flow manager's, until it is out", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "post.plan", { ...doors, owner: jonas.id });
    desk.wait(62 * minute);
    desk.must(clockwork, "post.fallDue", { post: "doors" });
    expect(heard(desk, jonas.id)).toEqual([]);
    desk.must(clockwork, "post.markLate", { post: "doors" });
    expect(heard(desk, jonas.id)).toEqual(["late doors"]);
    expect(heard(desk, aisha.id)).toEqual(["late doors"]);
    expect(heard(desk, sofie.id)).toEqual([]);
    for (const variant of ["on-x", "on-instagram"])
      desk.must(jonas, "post.live", { post: "doors", variant, link: "https://example.org/1" });
    expect(heard(desk, jonas.id)).toEqual([]);
  });
});

describe("what happens around the desk", () => {
  const desk = new DeskUnderTest();

  it("a channel by which far more comes in than usual is the flow manager's", () => {
    const cause: Cause = { kind: "spike", id: "x:festival" };
    const around = { spikes: new Set(["x:festival"]), isCut: false };
    expect(concerns(cause, desk.state, aisha.id, around)).toBe(true);
    expect(concerns(cause, desk.state, jonas.id, around)).toBe(false);
    expect(concerns(cause, desk.state, aisha.id)).toBe(false);
  });

  it("a connection that is lost concerns whoever is at work", () => {
    const cause: Cause = { kind: "connection", id: desk.state.desk.id };
    const around = { spikes: new Set<string>(), isCut: true };
    expect(concerns(cause, desk.state, jonas.id, around)).toBe(true);
    expect(concerns(cause, desk.state, emil.id, around)).toBe(false);
    expect(concerns(cause, desk.state, jonas.id)).toBe(false);
  });
});

describe("how often it interrupts", () => {
  const overdue = (id: string): Cause => ({ kind: "overdue", id });
  const late = (id: string): Cause => ({ kind: "late", id });
  const urgent = (id: string): Cause => ({ kind: "urgent", id });
  const all = () => true;

  it("folds a storm into one alarm, the most pressing first", () => {
    const gate = new AlarmGate();
    gate.hear([overdue("a"), overdue("b")], 0);
    gate.hear([urgent("c"), overdue("a")], second);
    expect(gate.take(all, second)).toEqual([]);
    expect(gate.take(all, 2 * second)).toEqual([urgent("c"), overdue("a"), overdue("b")]);
    expect(gate.take(all, 3 * second)).toEqual([]);
  });

  it("comes once in ten minutes, sooner only for what is urgent", () => {
    const gate = new AlarmGate();
    gate.hear([overdue("a")], 0);
    expect(gate.take(all, 2 * second)).toHaveLength(1);
    gate.hear([overdue("b")], minute);
    expect(gate.take(all, 9 * minute)).toEqual([]);
    gate.hear([urgent("c")], 9 * minute);
    expect(gate.take(all, 9 * minute + second)).toEqual([urgent("c"), overdue("b")]);
    gate.hear([late("d")], 10 * minute);
    expect(gate.take(all, 19 * minute)).toEqual([]);
    expect(gate.take(all, 19 * minute + 2 * second)).toEqual([late("d")]);
  });

  it("does not ring again for what goes on, but every twenty minutes", () => {
    const gate = new AlarmGate();
    gate.hear([overdue("a")], 0);
    expect(gate.take(all, 2 * second)).toHaveLength(1);
    gate.hear([overdue("b")], minute);
    expect(gate.take(all, 15 * minute)).toEqual([]);
    gate.hear([late("c")], 15 * minute);
    expect(gate.take(all, 15 * minute + 2 * second)).toEqual([late("c"), overdue("b")]);
    gate.hear([overdue("d")], 16 * minute);
    expect(gate.take(all, 35 * minute)).toEqual([]);
    expect(gate.take(all, 36 * minute)).toEqual([overdue("d")]);
  });

  it("leaves what is urgent to whoever has it for a quarter of the time, before it calls the flow manager", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "policy.targets", { targets: [...targetPresets.live] });
    desk.must(aisha, "policy.needs", { needs: [{ need: "urgent" }] });
    const item = desk.receive();
    const at = (ms: number) => millis(desk.item(item).receivedAt) + ms;
    const cause = urgent(item);
    expect(isRipe(cause, desk.state, aisha.id, at(second))).toBe(false);
    expect(isRipe(cause, desk.state, aisha.id, at(30 * second))).toBe(true);
    desk.must(aisha, "item.assign", { item, to: sofie.id });
    expect([sofie, jonas].map(({ id }) => isRipe(cause, desk.state, id, at(second)))).toEqual([true, false]);
    desk.must(sofie, "member.shift", { shift: "break" });
    expect(isRipe(cause, desk.state, aisha.id, at(second))).toBe(true);
  });

  it("calls one of those who could for what is urgent and nobody's, by turns, and the others after a quarter of the time", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "policy.targets", { targets: [...targetPresets.live] });
    desk.must(aisha, "policy.needs", { needs: [{ need: "urgent" }] });
    const team = [...desk.state.members.values()].filter(
      ({ shift, roles, program }) => shift === "on" && roles.includes("community-manager") && !program,
    );
    expect(team.length).toBeGreaterThan(1);
    const first = new Set<string>();
    for (let n = 0; n < 20; n++) {
      const item = desk.receive();
      const at = (ms: number) => millis(desk.item(item).receivedAt) + ms;
      const called = team.filter(({ id }) => isRipe(urgent(item), desk.state, id, at(second)));
      expect(called).toHaveLength(1);
      for (const { id } of called) first.add(id);
      expect(team.every(({ id }) => isRipe(urgent(item), desk.state, id, at(30 * second)))).toBe(true);
    }
    expect(first.size).toBeGreaterThan(1);
  });

  it("calls whoever covers it first, and only those who see it", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "policy.needs", { needs: [{ need: "urgent" }] });
    desk.must(aisha, "member.cover", { member: sofie.id, cover: [{ channels: "all" }] });
    const items = Array.from({ length: 10 }, () => desk.receive());
    for (const item of items) {
      const now = millis(desk.item(item).receivedAt);
      expect([sofie, jonas].map(({ id }) => isRipe(urgent(item), desk.state, id, now))).toEqual([true, false]);
    }
  });

  it("calls the flow manager at once where nobody else could see to it", () => {
    const desk = new DeskUnderTest();
    for (const member of [jonas, sofie, noor]) desk.must(member, "member.shift", { shift: "away" });
    const item = desk.receive();
    desk.must(aisha, "item.need", { item, need: "urgent" });
    expect(isRipe(urgent(item), desk.state, aisha.id, millis(desk.now))).toBe(true);
  });

  it("says nothing of what was settled before it could", () => {
    const gate = new AlarmGate();
    gate.hear([overdue("a"), overdue("b")], 0);
    expect(gate.take(({ id }) => id === "b", 2 * second)).toEqual([overdue("b")]);
  });
});
