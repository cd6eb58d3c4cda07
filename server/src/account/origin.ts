import { isIP } from "node:net";
import type { Request, RequestHandler } from "express";
import { Refusal } from "./refusal.ts";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The origins under which browsers may show the console: the server's own and, if that is a loopback address, the
 * other ways to write it.
 */
export function trustedOrigins(origin: string): readonly string[] {
  const url = new URL(origin);
  if (!loopbackNames.has(url.hostname)) return [url.origin];
  const port = url.port === "" ? "" : `:${url.port}`;
  return [...new Set([url.origin, ...[...loopbackNames].map((name) => `${url.protocol}//${name}${port}`)])];
}

/**
 * Refuses what a page of another origin has sent with the person's cookies. Requests without cookies, as programs send
 * them, and those that change nothing pass.
 */
export function sameOriginOnly(trusted: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return next();
    const { origin, cookie } = request.headers;
    if (origin === undefined ? cookie === undefined : trusted.includes(origin)) return next();
    next(new Refusal(403, "origin.refused", "This page does not belong to the server; open the console itself."));
  };
}

/** An address of the machine itself, or its name. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.toLowerCase().replace(/^::ffff:/, "");
  return plain === "::1" || plain === "localhost" || (isIP(plain) === 4 && plain.startsWith("127."));
}

const forwarding = ["forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"];

/**
 * Whether a request was made on this machine, to this machine, by nobody's order but its own: the connection comes from
 * a loopback address, the host asked for is one (no name that an attacker has pointed here), and no proxy passed it on.
 */
export function isFromThisMachine(request: Request): boolean {
  const { headers, socket } = request;
  if (!isLoopbackAddress(socket.remoteAddress)) return false;
  if (Object.keys(headers).some((name) => name.startsWith("x-forwarded") || forwarding.includes(name))) return false;
  const host = headers.host ?? "";
  return URL.canParse(`http://${host}`) && loopbackNames.has(new URL(`http://${host}`).hostname);
}
