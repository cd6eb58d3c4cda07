import type { RefusalCode } from "../../account/refusal.ts";

/** Codes of HTTP beside those of the desk and of the accounts. */
export type HttpCode =
  | RefusalCode
  | "body.invalid"
  | "body.too.large"
  | "body.unsupported"
  | "route.unknown"
  | "method.not.allowed"
  | "cursor.reset"
  | "import.running"
  | "import.unknown"
  | "import.elsewhere"
  | "simulation.running"
  | "simulation.none"
  | "simulation.elsewhere"
  | "simulation.unconfirmed"
  | "not.ready"
  | "console.missing";

/** A refusal over HTTP: its status, its code, and a sentence that a person can act on. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";
  readonly status: number;
  readonly code: HttpCode;
  /** Seconds after which it is worth trying again; null if nothing would be different then. */
  readonly retryAfter: number | null;

  constructor(status: number, code: HttpCode, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function deskUnknown(): HttpRefusal {
  return new HttpRefusal(404, "desk.unknown", "There is no such desk, or you have no part in it.");
}

export function forbidden(what: string): HttpRefusal {
  return new HttpRefusal(403, "forbidden", `Your roles do not allow ${what}.`);
}

export function stopping(): HttpRefusal {
  return new HttpRefusal(503, "desk.unavailable", "The server is stopping; send this again in a moment.", 1);
}

/** There is no room for a body, or for what it brings. */
export function comeLater(): HttpRefusal {
  return new HttpRefusal(503, "too.many", "More comes than can be written; send this again in a moment.", 1);
}

/** @param largest what is taken at most, in bytes */
export const bodyTooLarge = (largest: number): HttpRefusal =>
  new HttpRefusal(413, "body.too.large", `The body is larger than ${sizeOf(largest)}; send it in parts.`);
export const bodyUnsupported = (): HttpRefusal =>
  new HttpRefusal(415, "body.unsupported", "The body's content encoding is not supported.");
export const bodyBrokenOff = (): HttpRefusal => new HttpRefusal(400, "body.invalid", "The body broke off.");

function sizeOf(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.round(kilobytes / 1024)} MB`;
}
