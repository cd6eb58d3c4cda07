import type { RequestHandler } from "express";
import type { Histogram } from "prom-client";
import type { TransportLog } from "../log.ts";

/** Addresses that are asked for by machines, all the time. */
const quiet: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/** Logs and measures each request. No headers, no query, no secret of a path is in it. */
export function requestLog(log: TransportLog, seconds: Histogram<"method" | "route" | "status">): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const path = withoutSecrets(request.path);
    const { method } = request;
    response.on("close", () => {
      const ms = performance.now() - started;
      const status = response.writableFinished ? response.statusCode : 499;
      seconds.observe({ method, route: routeOf(request), status: String(status) }, ms / 1_000);
      const about = { method, path, status, ms: Math.round(ms * 10) / 10 };
      if (quiet.has(path)) log.debug(about, "request");
      else log.info(about, "request");
    });
    next();
  };
}

/** The pattern of the address, so that measurements do not grow with ids. */
function routeOf(request: { readonly baseUrl: string; readonly route?: { readonly path?: unknown } }): string {
  const path = request.route?.path;
  return typeof path === "string"
    ? `${request.baseUrl}${path}`.replace(/^\/api\/desks\/[^/]+/u, "/api/desks/:desk")
    : "other";
}

/** A path with what could let someone in taken out: access tokens, and long random words of any kind. */
export function withoutSecrets(path: string): string {
  return path
    .replace(/fd_[^/]*/gu, "fd_…")
    .replace(/\/[A-Za-z0-9_~.-]{24,}(?=\/|$)/gu, (segment) => (/\d/u.test(segment) ? "/…" : segment));
}
