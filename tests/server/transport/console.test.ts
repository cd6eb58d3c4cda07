import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { serveConsole } from "@flowdesk/server/transport/http/console.ts";
import express from "express";
import { afterEach, beforeEach, expect, test } from "vitest";

const script = "export const words = 'the same words over and over, the same words over and over';\n";
let folder: string;
let server: Server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "flowdesk-console-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Flowdesk</title>");
  writeFileSync(join(folder, "assets", "main-1.js"), script);
  writeFileSync(join(folder, "assets", "main-1.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "assets", "main-1.js.gz"), gzipSync(script));
  writeFileSync(join(folder, "assets", "look-1.css"), "a{}");
  const app = express();
  app.use(serveConsole(folder));
  await new Promise<void>((resolve) => {
    server = app.listen(0, "127.0.0.1", () => resolve());
  });
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** What comes over the line, unpacked by nobody. */
function get(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const request = httpRequest({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}

test.each([
  ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ["br;q=0, gzip", "gzip", gunzipSync],
  ["gzip", "gzip", gunzipSync],
] as const)("a file goes out packed as it was built to who takes %s", async (accepted, encoding, unpack) => {
  const { status, headers, body } = await get("/assets/main-1.js", { "Accept-Encoding": accepted });
  expect(status).toBe(200);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers["content-type"]).toMatch(/^text\/javascript/);
  expect(headers.vary).toBe("Accept-Encoding");
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers["content-length"]).toBe(String(body.length));
  expect(unpack(body).toString()).toBe(script);
});

test.each([undefined, "identity", "zstd", "br;q=0, gzip;q=0"])(
  "it goes out as it is to who takes %s",
  async (accepted) => {
    const { headers, body } = await get(
      "/assets/main-1.js",
      accepted === undefined ? {} : { "Accept-Encoding": accepted },
    );
    expect(headers["content-encoding"]).toBeUndefined();
    // What stands in between must not hand it on to who takes it packed.
    expect(headers.vary).toBe("Accept-Encoding");
    expect(headers["cache-control"]).toContain("immutable");
    expect(body.toString()).toBe(script);
  },
);

test("HEAD tells of the packed file, and what one has already is not sent again", async () => {
  const head = await get("/assets/main-1.js", { "Accept-Encoding": "br" }, "HEAD");
  expect(head.headers["content-encoding"]).toBe("br");
  const again = await get("/assets/main-1.js", {
    "Accept-Encoding": "br",
    "If-None-Match": head.headers.etag ?? "",
  });
  expect(again.status).toBe(304);
});

test("what nothing is packed beside goes out as it is; what is not there is not there", async () => {
  const { headers, body } = await get("/assets/look-1.css", { "Accept-Encoding": "br" });
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe("a{}");
  const missing = await get("/assets/gone-1.js", { "Accept-Encoding": "br" });
  expect(missing.status).toBe(404);
  expect(missing.headers["content-encoding"]).toBeUndefined();
});

test("an address of the console is its page, asked for every time", async () => {
  const { headers, body } = await get("/desks/festival/flow");
  expect(headers["cache-control"]).toBe("no-cache");
  expect(body.toString()).toContain("Flowdesk");
});

test("who is signed in is told with a desk's page what it will ask for first", async () => {
  const first = async (path: string, headers: Record<string, string> = { Cookie: "session=1" }) =>
    (await get(path, headers)).headers.link;
  const preload = (path: string) => `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`;
  const ofDesk = (desk: string) => `${preload("/api/me")}, ${preload(`/api/desks/${desk}/snapshot`)}`;
  expect(await first("/desks/fest")).toBe(ofDesk("fest"));
  expect(await first("/desks/fest/flow")).toBe(ofDesk("fest"));
  expect(await first("/desks/r%C3%B8d%3E/my-desk")).toBe(ofDesk("r%C3%B8d%3E"));
  expect(await first("/desks/fest/flow", {})).toBeUndefined();
  expect(await first("/desks/fest/wall")).toBeUndefined();
  expect(await first("/desks/%E0%A4/flow")).toBeUndefined();
  expect(await first("/sign-in")).toBeUndefined();
});
