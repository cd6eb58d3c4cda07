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

/** Headers by which proxies, tunnels and networks of caches say for whom they ask; beside all that begin as below. */
const forwarding = new Set([
  "forwarded",
  "via",
  "x-real-ip",
  "x-client-ip",
  "x-cluster-client-ip",
  "x-original-host",
  "x-original-for",
  "x-remote-ip",
  "x-remote-addr",
  "x-envoy-external-address",
  "x-appengine-user-ip",
  "x-azure-clientip",
  "true-client-ip",
  "cf-connecting-ip",
  "cf-ray",
  "cdn-loop",
  "fastly-client-ip",
  "fly-client-ip",
  "tailscale-user-login",
]);
const forwardingBeginnings = ["x-forwarded", "x-original-forwarded", "x-proxy", "proxy-"];

/** What shows that a request was not made on this machine, to this machine. */
export type Elsewhere = "visitor" | "host" | "forwarded";

/**
 * Whether a request was made on this machine, to this machine, by nobody's order but its own: the connection comes from
 * a loopback address, the host asked for is one (no name that an attacker has pointed here), and no proxy passed it on.
 * @returns null if it was; else the first thing that speaks against it
 */
export function elsewhere(request: Pick<Request, "headers" | "socket" | "httpVersion">): Elsewhere | null {
  const { headers, socket } = request;
  if (!isLoopbackAddress(socket.remoteAddress)) return "visitor";
  // No browser speaks HTTP/1.0; proxies that say nothing else of themselves do.
  if (request.httpVersion === "1.0" || Object.keys(headers).some(isForwarding)) return "forwarded";
  const host = headers.host ?? "";
  const isHere = URL.canParse(`http://${host}`) && loopbackNames.has(new URL(`http://${host}`).hostname);
  return isHere ? null : "host";
}

/** Whether nothing speaks against a request having been made on this machine. */
export function isFromThisMachine(request: Pick<Request, "headers" | "socket" | "httpVersion">): boolean {
  return elsewhere(request) === null;
}

function isForwarding(header: string): boolean {
  return forwarding.has(header) || forwardingBeginnings.some((beginning) => header.startsWith(beginning));
}

/** Whether an origin is an address of the machine itself: people elsewhere do not come by it. */
export function isLoopbackOrigin(origin: string): boolean {
  return loopbackNames.has(new URL(origin).hostname);
}
