import { hash } from "node:crypto";
import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import { alreadyRead } from "@flowdesk/shared/desk/decide.ts";
import { receive } from "@flowdesk/shared/desk/item/receive.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { MessagesAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import express, { type Request, type RequestHandler, type Response } from "express";
import type { Answer, Submission } from "../../desk/desk-service.ts";
import { inTurns } from "../../desk/in-turns.ts";
import { memberIn } from "./access.ts";
import { storageFull } from "./answer-error.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal } from "./http-refusal.ts";
import type { ParsePool } from "./parse-pool.ts";
import type { MessageRefusal, ReadBody, ReadMessage } from "./read-messages.ts";

/** Largest body, in bytes. */
const largestBody = 5 * 1024 * 1024;

const readRaw = express.raw({ type: () => true, limit: largestBody });

/** `POST /api/desks/:desk/messages`: messages in. Answers when what was accepted is committed. */
export function postMessages(
  deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "desks">,
  pool: ParsePool,
): RequestHandler {
  return async (request, response) => {
    const { feed, member } = await memberIn(request, deps, "message.receive", "bringing messages in");
    const ndjson = isNdjson(request);
    if (deps.desks.isBusy(feed.desk)) throw comeLater();
    const read = await pool.read(await bodyOf(request, response), ndjson);
    if ("unreadable" in read) throw new HttpRefusal(400, "body.invalid", read.unreadable);
    const submissions = await inTurns(submissionsOf(read.messages, member));
    const answers = await deps.desks.submitAll(feed.desk, submissions);
    response.json(answerOf(read, answers));
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

async function bodyOf(request: Request, response: Response): Promise<Uint8Array> {
  await new Promise<void>((resolve, reject) => {
    readRaw(request, response, (error: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  const body: unknown = request.body;
  if (!(body instanceof Uint8Array)) throw new HttpRefusal(400, "body.invalid", "The body is empty.");
  return body;
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

function comeLater(): HttpRefusal {
  return new HttpRefusal(503, "too.many", "More comes than can be written; send this again in a moment.", 1);
}
