import type { RejectionCode } from "@flowdesk/shared/desk/rejection.ts";
import type { ErrorRequestHandler, Response } from "express";
import { ZodError } from "zod";
import { OutcomeUnknown, StorageFull, StoreUnavailable } from "../desk/store.ts";
import type { AccountLog } from "./account-deps.ts";

/** Why this part refuses: the closed list of its own codes, beside those of the desk. */
export type RefusalCode =
  | RejectionCode
  | "unauthenticated"
  | "request.invalid"
  | "request.too.large"
  | "origin.refused"
  | "not.found"
  | "sign-in.wrong"
  | "password.wrong"
  | "invitation.unknown"
  | "invitation.used"
  | "invitation.expired"
  | "invitation.member"
  | "account.exists"
  | "account.has.password"
  | "enter.unknown"
  | "enter.used"
  | "enter.expired"
  | "enter.loopback.only"
  | "enter.forwarded"
  | "enter.no.demonstration"
  | "account.demonstration"
  | "token.unknown"
  | "token.expired"
  | "wall.unknown";

/** A refusal over HTTP: its status, its code, and a sentence that a person can act on. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: RefusalCode;

  constructor(status: number, code: RefusalCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const statusOfRejection: Partial<Record<RejectionCode, number>> = {
  forbidden: 403,
  "desk.unknown": 404,
  "member.unknown": 404,
  "desk.unavailable": 503,
  "storage.full": 503,
  internal: 500,
  "too.many": 429,
};

/** What the desk answered to a command that came in over HTTP. */
export function refusalOf(rejection: { readonly code: RejectionCode; readonly message: string }): Refusal {
  return new Refusal(statusOfRejection[rejection.code] ?? 409, rejection.code, rejection.message);
}

export function unauthenticated(): Refusal {
  return new Refusal(401, "unauthenticated", "Sign in first.");
}

/** Whoever comes with a token after its end. */
export function tokenExpired(): Refusal {
  return new Refusal(401, "token.expired", "This access token has ended; have an administrator make a new one.");
}

export function sendRefusal(response: Response, { status, code, message }: Refusal): void {
  if (status === 503 && !response.hasHeader("Retry-After")) response.set("Retry-After", "1");
  response.status(status).json({ error: { code, message } });
}

/** Answers what a handler threw. Messages of faults stay in the log: they may say more than the sender should know. */
export function refusing(log: AccountLog): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    sendRefusal(response, asRefusal(error, log));
  };
}

function asRefusal(error: unknown, log: AccountLog): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    const path = issue?.path.join(".");
    const said = issue?.message ?? "It has another form.";
    return new Refusal(400, "request.invalid", path ? `${path}: ${said}` : said);
  }
  const type = error instanceof Error && "type" in error ? error.type : undefined;
  if (type === "entity.too.large") return new Refusal(413, "request.too.large", "The request is too large.");
  if (typeof type === "string") return new Refusal(400, "request.invalid", "The body is no JSON.");
  // An address that cannot be read.
  if (error instanceof URIError) return new Refusal(404, "not.found", "There is nothing here.");
  if (error instanceof StorageFull) return new Refusal(503, "storage.full", "The disk is full; nothing was written.");
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown)
    return new Refusal(503, "desk.unavailable", "The database does not answer now; try again in a moment.");
  log.error({ err: error }, "an account request failed");
  return new Refusal(500, "internal", "This failed by a fault of the server's; try again.");
}
