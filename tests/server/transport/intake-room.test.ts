import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { HttpRefusal } from "@flowdesk/server/transport/http/http-refusal.ts";
import { IntakeRoom } from "@flowdesk/server/transport/http/intake-room.ts";
import { readBody } from "@flowdesk/server/transport/http/read-body.ts";
import type { Request } from "express";
import { afterEach, expect, test } from "vitest";
import { HeldBody } from "../../faults/held-body.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Where bodies of at most 1,000 bytes are read with a room, and answered with how long they are, or why they are refused. */
async function reading(room: IntakeRoom, pace?: { bytes: number; within: number }): Promise<string> {
  const server = createServer(async (request, response) => {
    const place = room.enter();
    const grow = (bytes: number) => {
      if (!place.grow("bytes", bytes)) throw new HttpRefusal(503, "too.many", "Come later.", 1);
    };
    try {
      const limits = { largest: 1_000, grow, ...(pace === undefined ? {} : { pace }) };
      const body = await readBody(request as Request, limits);
      response.end(`${body.length}`);
    } catch (error) {
      response.statusCode = error instanceof HttpRefusal ? error.status : 500;
      response.end(error instanceof HttpRefusal ? error.code : String(error));
    } finally {
      place.leave();
    }
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function post(origin: string, body: Buffer<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(origin, { method: "POST", body, headers });
  return [response.status, await response.text()];
}

test("what there is no room for is refused, and finds room when others have left", () => {
  const room = new IntakeRoom({ bytes: 100, messages: 10 });
  const [first, second] = [room.enter(), room.enter()];
  expect(first.grow("bytes", 60)).toBe(true);
  expect(second.grow("bytes", 41)).toBe(false);
  expect(second.grow("bytes", 40)).toBe(true);
  expect(first.grow("bytes", 60)).toBe(true);
  expect(first.grow("messages", 10)).toBe(true);
  expect(second.grow("messages", 1)).toBe(false);
  expect(room.held).toEqual({ bytes: 100, messages: 10 });
  first.leave();
  first.leave();
  expect(room.held).toEqual({ bytes: 40, messages: 0 });
  expect(second.grow("messages", 10)).toBe(true);
  second.leave();
  expect(room.held).toEqual({ bytes: 0, messages: 0 });
});

test("a body takes room for what it says it will be, and one that does not say for what has come", async () => {
  const room = new IntakeRoom({ bytes: 1_500 });
  const origin = await reading(room);
  const said = await HeldBody.open(origin, "/", { headers: [], length: 1_000, body: Buffer.alloc(10) });
  await expect.poll(() => room.held.bytes).toBe(1_000);
  const unsaid = await HeldBody.open(origin, "/", { headers: [], body: Buffer.alloc(300) });
  await expect.poll(() => room.held.bytes).toBe(1_300);
  expect(await post(origin, Buffer.alloc(201))).toEqual([503, "too.many"]);
  expect(await post(origin, Buffer.alloc(200))).toEqual([200, "200"]);
  expect(await post(origin, gzipSync(Buffer.alloc(900)), { "content-encoding": "gzip" })).toEqual([503, "too.many"]);
  said.close();
  await expect.poll(() => room.held.bytes).toBe(300);
  expect(await post(origin, gzipSync(Buffer.alloc(900)), { "content-encoding": "gzip" })).toEqual([200, "900"]);
  unsaid.close();
  await expect.poll(() => room.held).toEqual({ bytes: 0, messages: 0 });
});

test("bodies that are too large however they are sent, or cannot be inflated, are refused and leave no room taken", async () => {
  const room = new IntakeRoom();
  const origin = await reading(room);
  expect(await post(origin, Buffer.alloc(1_001))).toEqual([413, "body.too.large"]);
  const bomb = gzipSync(Buffer.alloc(1_000_000));
  expect(await post(origin, bomb, { "content-encoding": "gzip" })).toEqual([413, "body.too.large"]);
  expect(await post(origin, Buffer.from("no gzip"), { "content-encoding": "gzip" })).toEqual([400, "request.invalid"]);
  expect(await post(origin, Buffer.from("x"), { "content-encoding": "rot13" })).toEqual([415, "body.unsupported"]);
  expect(room.held.bytes).toBe(0);
});

test("a body that does not go on is answered that it is to come again, and gives its room back", async () => {
  const room = new IntakeRoom();
  const origin = await reading(room, { bytes: 100, within: 50 });
  const held = await HeldBody.open(origin, "/", { headers: [], length: 1_000, body: Buffer.alloc(999) });
  await expect.poll(() => held.received).toContain("HTTP/1.1 503 ");
  expect(room.held.bytes).toBe(0);
  held.close();
});
