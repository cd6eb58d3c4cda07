import type { Answer, Submission } from "@flowdesk/server/desk/desk-service.ts";
import { newId } from "@flowdesk/server/desk/new-id.ts";
import { CoverQueue } from "@flowdesk/server/jobs/cover-queue.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { emil, jonas, sofie } from "../../fixtures/people.ts";

const done: Answer = { ok: true, seq: 1 };
const unavailable: Answer = { ok: false, error: reject("desk.unavailable", "Not now.") };

describe("what waits is handed to the cover", () => {
  let sent: Submission[];
  let answers: Answer[];
  let members: Member[];
  let queue: CoverQueue;

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    answers = [];
    members = [{ ...jonas, cover: [{ channels: ["x:festival"] }] }, sofie];
    queue = new CoverQueue({
      service: {
        submit: async (_desk, submission) => {
          sent.push(submission);
          return answers.shift() ?? done;
        },
      },
      membersOf: async () => members,
      newId,
      failed: (_desk, error) => {
        throw error;
      },
    });
  });
  afterEach(async () => {
    await queue.stop();
    vi.useRealTimers();
  });

  test("once for all that comes in at the same time, within the standing orders of those who are here", async () => {
    members.push(
      { ...emil, cover: [{ channels: ["instagram:festival"] }] },
      { ...sofie, id: "none", capacity: 0, cover: [{ channels: ["instagram:festival"] }] },
    );
    for (let change = 0; change < 20; change++) queue.nudge("festival");
    await vi.advanceTimersByTimeAsync(500);
    expect(sent.map(({ type, data }) => [type, data])).toEqual([
      ["items.cover", { within: [{ channels: ["x:festival"] }] }],
    ]);
  });

  test("no more often than a few times a second, however much comes in", async () => {
    for (let tick = 0; tick < 100; tick++) {
      queue.nudge("festival");
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(sent.length).toBeGreaterThanOrEqual(3);
    expect(sent.length).toBeLessThanOrEqual(6);
  });

  test("not at all where nobody has a standing order", async () => {
    members = [jonas, sofie];
    queue.nudge("festival");
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([]);
  });

  test("again, when the desk could not answer", async () => {
    answers = [unavailable, unavailable];
    queue.nudge("festival");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(3);
  });
});
