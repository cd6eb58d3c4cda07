import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import express, { Router } from "express";
import { HttpRefusal } from "./http-refusal.ts";

/** The built console: files with a hash in their name are kept for ever, its one page is asked for every time. */
export function serveConsole(folder: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "365d", index: false, fallthrough: true }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get("/{*path}", (request, response, next) => {
    // An address of the console has no extension; what has one is a file that is not there.
    if (extname(request.path) !== "" || request.path.startsWith("/assets/")) return next();
    const page = join(folder, "index.html");
    if (!existsSync(page)) {
      throw new HttpRefusal(503, "console.missing", "The console has not been built; run npm start, which builds it.");
    }
    response.set("Cache-Control", "no-cache").sendFile(page);
  });
  return router;
}
