import { hash } from "node:crypto";
import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import { alreadyRead } from "@flowdesk/shared/desk/decide.ts";
import { receive } from "@flowdesk/shared/desk/item/receive.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { MessagesAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import type { Request, RequestHandler, Response } from "express";
import type { Answer, Submission } from "../../desk/desk-service.ts";
import { inTurns } from "../../desk/in-turns.ts";
import { memberIn } from "./access.ts";
import { storageFull } from "./answer-error.ts";
import type { HttpDeps } from "./http-deps.ts";
import { comeLater, HttpRefusal } from "./http-refusal.ts";
import type { IntakeRoom } from "./intake-room.ts";
import type { ParsePool } from "./parse-pool.ts";
import { readBody } from "./read-body.ts";
import type { MessageRefusal, ReadBody, ReadMessage } from "./read-messages.ts";

/** Largest body, in bytes. */
const largestBody = 5 * 1024 * 1024;
/** An answer that the network has not taken after so many ms is given up: a long one takes room as well. */
const takenWithin = 30_000;

/**
 * `POST /api/desks/:desk/messages`: messages in. Answers when what was accepted is committed; what there is no room for is
 * asked to come later as soon as that is known, and not kept.
 */
export function postMessages(
  deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "desks">,
  pool: ParsePool,
  room: IntakeRoom,
): RequestHandler {
  return async (request, response) => {
    const { feed, member } = await memberIn(request, deps, "message.receive", "bringing messages in");
    const ndjson = isNdjson(request);
    if (deps.desks.isBusy(feed.desk)) throw comeLater();
    const place = room.enter();
    const grow = (what: "bytes" | "messages") => (size: number) => {
      if (!place.grow(what, size)) throw comeLater();
    };
    try {
      const read = await pool.read(
        await readBody(request, { largest: largestBody, grow: grow("bytes") }),
        ndjson,
        grow("messages"),
      );
      if ("unreadable" in read) throw new HttpRefusal(400, "body.invalid", read.unreadable);
      const submissions = await inTurns(submissionsOf(read.messages, member));
      // Others may have been quicker while this one was read.
      if (deps.desks.isBusy(feed.desk)) throw comeLater();
      const answers = await deps.desks.submitAll(feed.desk, submissions);
      response.json(answerOf(read, answers));
      await taken(response);
    } finally {
      place.leave();
    }
  };
}

function isNdjson(request: Request): boolean {
  if (request.is(["application/x-ndjson", "application/ndjson", "application/jsonl"]) !== false) return true;
  if (request.is("application/json") !== false) return false;
  throw new HttpRefusal(
    415,
    "body.unsupported",
    "Send application/json with { messages: [ … ] }, or application/x-ndjson with one message a line.",
  );
}

/** Resolves once the network has taken the answer, or whoever asked is gone. */
async function taken(response: Response): Promise<void> {
  if (response.closed) return;
  const late = setTimeout(() => response.destroy(), takenWithin);
  await new Promise<void>((resolve) => response.once("close", resolve));
  clearTimeout(late);
}

function* submissionsOf(messages: readonly ReadMessage[], member: Member): Generator<void, Submission[]> {
  const submissions: Submission[] = [];
  for (const { message } of messages) {
    submissions.push(submissionOf(message, member));
    yield;
  }
  return submissions;
}

/** The same message makes the same id, so that sending it again is no other command. */
function submissionOf(message: IncomingMessage, member: Member): Submission {
  const said = [
    channelId(message.channel),
    message.externalId,
    message.direction ?? "in",
    message.text,
    message.deleted ?? false,
  ];
  return {
    id: `message:${hash("sha256", JSON.stringify(said), "base64url")}`,
    type: "message.receive",
    data: message,
    read: alreadyRead(receive, message),
    actor: { kind: "member", member },
    lane: "sources",
  };
}

/** Answers with these codes are no judgement on the message: it is to be sent again. */
const unsettled: Readonly<Record<string, () => HttpRefusal>> = {
  "storage.full": storageFull,
  "desk.unavailable": () =>
    new HttpRefusal(503, "desk.unavailable", "The desk cannot answer now; send the messages again.", 1),
  "too.many": comeLater,
};

function answerOf(
  { messages, refusals: unread }: Exclude<ReadBody, { unreadable: string }>,
  answers: readonly Answer[],
): MessagesAnswer {
  let accepted = 0;
  let duplicates = 0;
  const refusals: MessageRefusal[] = [...unread];
  const repaired: number[] = [];
  for (const [place, answer] of answers.entries()) {
    const { index, repaired: wasRepaired } = messages[place] as ReadMessage;
    if (answer.ok) {
      accepted++;
      if (wasRepaired) repaired.push(index);
      continue;
    }
    const { code, message } = answer.error;
    const again = unsettled[code];
    if (again !== undefined) throw again();
    if (code === "nothing.to.do") duplicates++;
    else refusals.push({ index, code, message });
  }
  refusals.sort((a, b) => a.index - b.index);
  return {
    accepted,
    duplicates,
    rejected: refusals.length,
    refusals,
    ...(repaired.length === 0 ? {} : { repaired }),
  };
}
