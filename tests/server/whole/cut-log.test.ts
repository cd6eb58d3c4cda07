import { openDesks, type Where } from "@flowdesk/server/compose.ts";
import { feedLimits } from "@flowdesk/server/desk/feed-deps.ts";
import { RetentionRounds } from "@flowdesk/server/jobs/retention.ts";
import { linesKept } from "@flowdesk/server/storage/writings/cut-log.ts";
import { firstRetention } from "@flowdesk/shared/desk/policy/retention.ts";
import type { DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { bothPlaces, databaseLine } from "../../fixtures/both-places.ts";
import { connect, deskWithTokens, mention, postMessages, serve } from "../../fixtures/served.ts";

const desk = "festival";

/** Looks after a desk once, as the server does every hour, so many days from now. */
async function lookAfter(where: Where, days: number): Promise<void> {
  const { store, storage, close } = await openDesks(where);
  const rounds = new RetentionRounds({
    desks: () => store.desks(),
    retentionOf: async () => firstRetention,
    cut: (of, before, limit) => store.write("cutLog", { desk: of, before, limit }),
    archive: (of, before, limit) => store.write("archiveThreads", { desk: of, before, limit }),
    now: () => storage.clock() + days * day,
    failed: (_desk, error) => {
      throw error;
    },
  });
  try {
    await rounds.walk();
  } finally {
    await close();
  }
}

describe.each(bothPlaces)("Over %s", (_name, open) => {
  test("L5: who comes from before the lines that are left of a log is told to load anew, and from there on goes on", async () => {
    const where = await open();
    const args = databaseLine(where);
    const [source = "", manager = ""] = await deskWithTokens(where, desk, "source", "flow-manager");
    let served = await serve(where.data, { args });
    const read = async (since: number) => {
      const answer = await fetch(`${served.origin}/api/desks/${desk}/changes?since=${since}&limit=1`, {
        headers: { authorization: `Bearer ${manager}` },
      });
      const body = (await answer.json()) as { head?: number; from?: number; error?: { code: string } };
      return { status: answer.status, code: body.error?.code, head: body.head ?? 0, from: body.from };
    };
    const join = async (since: number) => {
      const console = await connect(served.origin, manager);
      const joined: DeskJoined = await console.emitWithAck("desk.join", { desk, since });
      console.disconnect();
      return joined;
    };
    try {
      const count = 500;
      for (let from = 0; from < linesKept + count; from += count) {
        const messages = Array.from({ length: count }, (_, index) => mention(from + index));
        expect((await postMessages(served.origin, source, desk, messages)).body).toMatchObject({ accepted: count });
      }
      const { head } = await read(0);
      const cut = head - linesKept;
      expect(cut).toBeGreaterThan(0);
      expect(await read(cut - 1)).toMatchObject({ status: 200, from: cut });
      await lookAfter(where, 365);

      const expectCut = async () => {
        for (const since of [0, cut - 1]) {
          expect([since, await read(since)]).toMatchObject([since, { status: 409, code: "cursor.reset" }]);
          expect([since, await join(since)]).toMatchObject([since, { ok: true, head, reset: true }]);
        }
        expect(await read(cut)).toMatchObject({ status: 200, from: cut + 1, head });
        // By the socket nobody goes on from that far back; what they do go on from is all there.
        expect(await join(head - feedLimits.behind)).toMatchObject({ ok: true, head, reset: false });
      };
      await expectCut();
      // A server that has never seen the lines that are gone says the same.
      await served.stop();
      served = await serve(where.data, { args });
      await expectCut();
    } finally {
      await served.stop();
    }
  }, 180_000);
});
