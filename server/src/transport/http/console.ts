import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import express, { type NextFunction, type Request, type Response, Router } from "express";
import { HttpRefusal } from "./http-refusal.ts";

/**
 * The built console: files with a hash in their name are kept for ever, its one page is asked for every time. What the
 * build has packed beside a file goes out in its place to whoever takes it so.
 */
export function serveConsole(folder: string): Router {
  const router = Router();
  const assets = join(folder, "assets");
  router.use(
    "/assets",
    takePacked(assets),
    express.static(assets, { immutable: true, maxAge: "365d", index: false, fallthrough: true }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get("/{*path}", (request, response, next) => {
    // An address of the console has no extension; what has one is a file that is not there.
    if (extname(request.path) !== "" || request.path.startsWith("/assets/")) return next();
    const page = join(folder, "index.html");
    if (!existsSync(page)) {
      throw new HttpRefusal(503, "console.missing", "The console has not been built; run npm start, which builds it.");
    }
    for (const path of wantedFirst(request)) {
      response.append("Link", `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`);
    }
    response.set("Cache-Control", "no-cache").sendFile(page);
  });
  return router;
}

/**
 * What the console asks for as soon as it runs: the browser is told with the page, so that it comes while the scripts do.
 * Nothing for who has not signed in, or for a wall, which loads no desk.
 */
function wantedFirst({ path, headers }: Request): readonly string[] {
  const [, desk, screen] = /^\/desks\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path) ?? [];
  if (desk === undefined || screen === "wall" || headers.cookie === undefined) return [];
  try {
    return ["/api/me", `/api/desks/${encodeURIComponent(decodeURIComponent(desk))}/snapshot`];
  } catch {
    // An address that nobody's desk has.
    return [];
  }
}

/** What the build packs files with, by the names that HTTP has for them, and under which endings; the smaller first. */
const packings = [
  { encoding: "br", ending: ".br" },
  { encoding: "gzip", ending: ".gz" },
] as const;

/** Turns a request for a file to what is packed beside it, where that is there and taken; it remains of the file's type. */
function takePacked(assets: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const name = request.path;
    // The names that the build gives; any other is left to what follows.
    const there = /^\/[\w.-]+\.(?:js|css|svg)$/.test(name)
      ? packings.filter(({ ending }) => existsSync(join(assets, `${name}${ending}`)))
      : [];
    if (there.length > 0) response.vary("Accept-Encoding");
    // Browsers name all that they take alike, gzip first.
    const taken = there.find(({ encoding }) => request.acceptsEncodings(encoding) !== false);
    if (taken !== undefined) {
      response.type(extname(name)).set("Content-Encoding", taken.encoding);
      request.url = `${name}${taken.ending}`;
    }
    next();
  };
}
