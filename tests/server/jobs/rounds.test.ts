import type { Submission } from "@flowdesk/server/desk/desk-service.ts";
import { Rounds } from "@flowdesk/server/jobs/rounds.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { hour, instant, minute } from "@flowdesk/shared/time/instant.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { festival, opening } from "../../fixtures/desk.ts";
import { bridge, emil, jonas, sofie } from "../../fixtures/people.ts";

describe("the members of a desk are looked after", () => {
  let clock: number;
  let members: Member[];
  let here: Set<string>;
  let sent: Submission[];
  let rounds: Rounds;
  let awayAfterMs: number | null;

  const walkAfter = async (ms: number) => {
    clock += ms;
    await rounds.walk();
  };

  beforeEach(() => {
    clock = Date.parse(opening);
    members = [jonas, sofie, bridge];
    here = new Set([jonas.id, sofie.id]);
    sent = [];
    awayAfterMs = 5 * minute;
    rounds = new Rounds({
      service: {
        submit: async (_desk, submission) => {
          sent.push(submission);
          return { ok: true, seq: 1 };
        },
      },
      desks: async () => [{ id: festival.id }],
      rosterOf: async () => ({ desk: { ...festival, policy: { ...festival.policy, awayAfterMs } }, members }),
      present: () => here,
      now: () => clock,
      monotonic: () => clock,
      failed: (_desk, error) => {
        throw error;
      },
    });
  });

  const lost = () => sent.map(({ type, data }) => [type, data]);

  test("whose console has been gone for as long as the desk allows is set away", async () => {
    await walkAfter(0);
    here.delete(jonas.id);
    await walkAfter(4 * minute);
    expect(lost()).toEqual([]);
    await walkAfter(2 * minute);
    expect(lost()).toEqual([["member.lose", { member: jonas.id }]]);
  });

  test("a console that comes back in time counts anew", async () => {
    await walkAfter(0);
    here.delete(jonas.id);
    await walkAfter(4 * minute);
    here.add(jonas.id);
    await walkAfter(2 * minute);
    here.delete(jonas.id);
    await walkAfter(4 * minute);
    expect(lost()).toEqual([]);
  });

  test("a server that has just started gives everybody the time to come back", async () => {
    here.clear();
    await walkAfter(hour);
    expect(lost()).toEqual([]);
    await walkAfter(6 * minute);
    expect(lost()).toHaveLength(2);
  });

  test("not who is off shift, has no account or is alone; nor where the desk does not want it", async () => {
    members = [{ ...emil }, { ...sofie, user: null }, bridge];
    here.clear();
    await walkAfter(0);
    await walkAfter(hour);
    members = [jonas, bridge];
    await walkAfter(0);
    await walkAfter(hour);
    members = [jonas, sofie];
    awayAfterMs = null;
    await walkAfter(0);
    await walkAfter(hour);
    expect(lost()).toEqual([]);
  });

  test("A2: access ends by itself, whether they are here or not", async () => {
    members = [jonas, { ...sofie, accessUntil: instant(clock + hour) }];
    await walkAfter(hour - 1);
    expect(sent).toEqual([]);
    await walkAfter(1);
    expect(lost()).toEqual([["member.remove", { member: sofie.id }]]);
  });
});
