import { shiftMessage } from "@flowdesk/server/intake/file/shift.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { expect, test } from "vitest";

const reply: IncomingMessage = {
  externalId: "2",
  channel: "x:festival",
  kind: "comment",
  author: { handle: "maja" },
  text: "Hvor er indgangen?",
  at: "2017-10-31T22:20:00.000Z",
  thread: "1",
  inReplyTo: "1",
  parent: { externalId: "0", text: "Velkommen" },
};
const evening = {
  from: Date.parse("2017-10-31T22:10:00Z"),
  to: Date.parse("2026-11-22T20:00:00Z"),
  speed: 4,
  run: "r7",
};

test("a replay happens now, at its speed, under ids of its own", () => {
  expect(shiftMessage(reply, evening)).toEqual({
    ...reply,
    externalId: "2~r7",
    at: "2026-11-22T20:02:30.000Z",
    thread: "1~r7",
    inReplyTo: "1~r7",
    parent: { externalId: "0~r7", text: "Velkommen" },
  });
});

test("what has no thread gets none, and a message before the first stays before it", () => {
  const alone: IncomingMessage = {
    externalId: "9",
    channel: "x:festival",
    kind: "mention",
    author: { handle: "ole" },
    text: "",
    at: "2017-10-31T22:09:56.000Z",
  };
  expect(shiftMessage(alone, evening)).toEqual({ ...alone, externalId: "9~r7", at: "2026-11-22T19:59:59.000Z" });
});
