import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { previewOf } from "@flowdesk/shared/desk/item/receive-new.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import { needProblem } from "@flowdesk/shared/need/flaws.ts";
import { explainNeed, type NeedMessage, needFor } from "@flowdesk/shared/need/need-for.ts";
import type { NeedPolicy } from "@flowdesk/shared/need/rule.ts";
import {
  mostNeedExamples,
  type NeedCounts,
  type NeedPreviewAnswer,
  needPreviewSchema,
} from "@flowdesk/shared/protocol/need-preview.ts";
import { languageOf } from "@flowdesk/shared/text/language.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import { hour } from "@flowdesk/shared/time/instant.ts";
import type { Request, RequestHandler } from "express";
import { inTurns } from "../../desk/in-turns.ts";
import type { FirstMessage } from "../../storage/queries/first-messages.ts";
import type { Reader } from "../../storage/queries/readings.ts";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";
import { comeLater, HttpRefusal } from "./http-refusal.ts";
import type { IntakeRoom } from "./intake-room.ts";
import { readBody } from "./read-body.ts";

/** So far back arrivals are looked at, and so many of them. */
const hoursBack = 48;
const mostLooked = 5_000;
/** The rules are tried for so long, in ms, at most. */
const longest = 4_000;

export type NeedPreviewDeps = Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "now"> & {
  readonly store: Reader;
};

/** Largest body, in bytes. */
const largestBody = 4 * 1024 * 1024;

/**
 * `POST /api/desks/:desk/needs/preview`: what rules would have made of what came in lately. Nothing is altered. Bodies
 * share the room of those that bring messages in.
 */
export function postNeedPreview(deps: NeedPreviewDeps, room: IntakeRoom): RequestHandler {
  return async (request, response) => {
    // Who may not ask is told so before the body is read.
    const { feed, member } = await memberIn(request, deps, "policy.needs", "setting what needs what");
    const given = readBy(needPreviewSchema, await readJson(request, room));
    if (!given.success) throw new HttpRefusal(400, "request.invalid", sentenceOf(given.error));
    const before: NeedPolicy = feed.roster.desk.policy;
    const after: NeedPolicy = { needs: given.data.needs, authorLists: given.data.authorLists ?? before.authorLists };
    const problem = needProblem(after);
    if (problem !== null) throw new HttpRefusal(422, "policy.invalid", problem);
    const view = viewOf(member);
    const rows = await deps.store.read("firstMessages", {
      desk: feed.desk,
      from: deps.now() - hoursBack * hour,
      kinds: view.kinds,
      channels: view.channels === "all" ? null : view.channels,
      limit: mostLooked + 1,
    });
    response.json(await inTurns(compare(rows, before, after)));
  };
}

async function readJson(request: Request, room: IntakeRoom): Promise<unknown> {
  if (request.is("application/json") === false)
    throw new HttpRefusal(415, "body.unsupported", "Send the rules as application/json.");
  const place = room.enter();
  try {
    const grow = (bytes: number) => {
      if (!place.grow("bytes", bytes)) throw comeLater();
    };
    return JSON.parse(new TextDecoder().decode(await readBody(request, { largest: largestBody, grow })));
  } catch (error) {
    if (error instanceof SyntaxError) throw new HttpRefusal(400, "request.invalid", "The body is no JSON.");
    throw error;
  } finally {
    place.leave();
  }
}

/** Tries the rules on message after message, and yields before each, so that nobody waits behind a preview. */
function* compare(
  rows: readonly FirstMessage[],
  before: NeedPolicy,
  after: NeedPolicy,
): Generator<void, NeedPreviewAnswer> {
  const counts = { before: noCounts(), after: noCounts() };
  const rules = after.needs.map(() => 0);
  const examples: NeedPreviewAnswer["examples"] = [];
  let looked = 0;
  const endsAt = performance.now() + longest;
  for (const row of rows.slice(0, mostLooked)) {
    yield;
    if (performance.now() > endsAt) break;
    looked++;
    const item = JSON.parse(row.body) as Item;
    const { text, author, lang } = JSON.parse(row.message) as Message;
    const { channel, kind } = item;
    const asked: NeedMessage = { channel, kind, text, author, lang: lang ?? languageOf(text) };
    const was = needFor(before, asked);
    const { need, index } = explainNeed(after, asked);
    counts.before[was]++;
    counts.after[need]++;
    if (index !== -1) rules[index] = (rules[index] ?? 0) + 1;
    if (was !== need && examples.length < mostNeedExamples)
      examples.push({
        item: item.id,
        channel,
        author: author.handle,
        preview: previewOf(text),
        before: was,
        after: need,
        rule: index,
      });
  }
  return { hours: hoursBack, looked, isCut: looked < rows.length, ...counts, rules, examples };
}

function noCounts(): NeedCounts {
  return { urgent: 0, practical: 0, answer: 0, watch: 0 };
}
