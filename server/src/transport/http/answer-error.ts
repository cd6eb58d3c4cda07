import type { HttpError } from "@flowdesk/shared/protocol/http.ts";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import { Refusal } from "../../account/refusal.ts";
import { DeskGone, OutcomeUnknown, StorageFull, StoreUnavailable } from "../../desk/store.ts";
import type { TransportLog } from "../log.ts";
import { deskUnknown, HttpRefusal } from "./http-refusal.ts";

/** Answers what a handler threw, always as `{ error: { code, message } }`. What faults say stays in the log. */
export function answerError(log: TransportLog): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const refusal = asRefusal(error);
    if (refusal.status === 500)
      log.error({ err: error, method: request.method, path: request.path }, "a request failed");
    sendRefusal(response, refusal);
  };
}

export function sendRefusal(response: Response, { status, code, message, retryAfter }: HttpRefusal): void {
  if (retryAfter !== null) response.set("Retry-After", String(retryAfter));
  const body: HttpError = { error: { code, message } };
  response.status(status).json(body);
}

/** Nothing is at this address. */
export const unknownRoute: RequestHandler = (request) => {
  throw new HttpRefusal(404, "route.unknown", `There is nothing at ${request.baseUrl}${request.path}.`);
};

/** The address is right and the method is not. */
export function onlyMethods(...methods: readonly string[]): RequestHandler {
  return (request, response) => {
    response.set("Allow", methods.join(", "));
    throw new HttpRefusal(405, "method.not.allowed", `This takes ${methods.join(" or ")}, not ${request.method}.`);
  };
}

function asRefusal(error: unknown): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  if (error instanceof Refusal) return new HttpRefusal(error.status, error.code, error.message);
  if (error instanceof StorageFull) return storageFull();
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) return unavailable();
  if (error instanceof DeskGone) return deskUnknown();
  const { status } = error instanceof Error ? (error as { status?: unknown }) : {};
  if (typeof status === "number" && status >= 400 && status < 500) {
    return new HttpRefusal(status, "request.invalid", "The request cannot be read.");
  }
  return new HttpRefusal(500, "internal", "This failed by a fault of the server's; try again.");
}

export function storageFull(): HttpRefusal {
  return new HttpRefusal(503, "storage.full", "The disk is full; nothing was written. Make room and send it again.", 5);
}

function unavailable(): HttpRefusal {
  return new HttpRefusal(503, "desk.unavailable", "The database does not answer now; try again in a moment.", 1);
}
