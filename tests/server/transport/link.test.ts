import { EventEmitter } from "node:events";
import { feedLimits } from "@flowdesk/server/desk/feed-deps.ts";
import { Link } from "@flowdesk/server/transport/socket/link.ts";
import type { Socket } from "socket.io";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** What is beneath a connection, with a network that takes what it is told to. */
class Beneath extends EventEmitter {
  isRead = true;
  isCut = false;
  readonly transport = Object.assign(new EventEmitter(), {
    socket: {
      pause: () => {
        this.isRead = false;
      },
      resume: () => {
        this.isRead = true;
      },
    },
  });
  readonly request = {
    socket: {
      destroy: () => {
        this.isCut = true;
      },
    },
  };

  /** How often it was asked for a sign of life. */
  asked = 0;

  sendPacket(type: string): void {
    this.asked++;
    this.emit("packetCreate", { type, data: undefined });
  }

  answer(bytes: number): void {
    this.emit("packetCreate", { data: "x".repeat(bytes) });
  }

  frame(bytes: number): void {
    this.emit("packetCreate", { data: "", options: { wsPreEncodedFrame: [Buffer.alloc(bytes)] } });
  }

  /** The network takes everything. */
  take(): void {
    this.emit("flush");
    this.transport.emit("drain");
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

function opened() {
  const conn = new Beneath();
  return { conn, link: Link.of(conn as unknown as Socket["conn"]) };
}

test("F3: a connection with 256 KB of answers untaken is read no further until they are taken", () => {
  const { conn } = opened();
  conn.answer(100_000);
  expect(conn.isRead).toBe(true);
  conn.answer(200_000);
  expect(conn.isRead).toBe(false);
  conn.take();
  expect(conn.isRead).toBe(true);
  for (let count = 0; count < 300; count++) conn.answer(1);
  expect(conn.isRead).toBe(false);
});

test("F3: one that follows a desk is read on with much of the desk untaken, so that a slow one's sign of life is heard", () => {
  const { conn, link } = opened();
  conn.frame(feedLimits.undrained - 1);
  expect(conn.isRead).toBe(true);
  conn.frame(1);
  expect(conn.isRead).toBe(false);
  expect(link.backlog.undrained).toBe(feedLimits.undrained);
  conn.take();
  expect(conn.isRead).toBe(true);
});

test("F3: many waiting for their answer and many answers untaken hold the reading up by themselves", () => {
  const { conn, link } = opened();
  const answered = Array.from({ length: 32 }, () => link.begin());
  expect(conn.isRead).toBe(false);
  conn.answer(300_000);
  for (const one of answered) one();
  expect([link.inFlight, conn.isRead]).toEqual([0, false]);
  conn.take();
  expect(conn.isRead).toBe(true);
});

test("F3: one that takes nothing for 8 s is cut, later than its desk's feed does it, and a slow one is not", () => {
  const { conn, link } = opened();
  conn.answer(10);
  for (let seconds = 0; seconds < 20; seconds++) {
    vi.advanceTimersByTime(1_000);
    link.sweep();
    if (seconds % 6 === 0) {
      conn.emit("flush");
      conn.answer(10);
      conn.transport.emit("drain");
    }
  }
  expect(conn.isCut).toBe(false);
  vi.advanceTimersByTime(feedLimits.stalled + 1_000);
  link.sweep();
  expect(conn.isCut).toBe(false);
  vi.advanceTimersByTime(2_001);
  link.sweep();
  expect(conn.isCut).toBe(true);
});

test("F3: one that was closed and does not take even that is cut, and read on for its answer", () => {
  const { conn, link } = opened();
  link.begin();
  conn.answer(300_000);
  vi.advanceTimersByTime(5_000);
  conn.emit("close");
  expect(conn.isRead).toBe(true);
  link.sweep();
  expect(conn.isCut).toBe(false);
  vi.advanceTimersByTime(3_001);
  link.sweep();
  expect(conn.isCut).toBe(true);
});

test("F4: what was sent has arrived once a sign of life that was asked for behind it has come", async () => {
  const { conn, link } = opened();
  conn.frame(30_000);
  let hasArrived = false;
  const arriving = link.arrived().then(() => {
    hasArrived = true;
  });
  await Promise.resolve();
  expect(conn.asked).toBe(0);
  conn.take();
  await vi.waitFor(() => expect(conn.asked).toBe(1));
  conn.take();
  await Promise.resolve();
  expect(hasArrived).toBe(false);
  conn.emit("heartbeat");
  await arriving;
});

test("F4: signs of life that were asked for earlier, or not at all, do not tell that something has arrived", async () => {
  const { conn, link } = opened();
  conn.emit("heartbeat");
  conn.sendPacket("ping");
  conn.take();
  const told: string[] = [];
  const listeners = conn.eventNames().map((name) => conn.listenerCount(name));
  const arriving = ["one", "other"].map((name) => link.arrived().then(() => told.push(name)));
  await vi.waitFor(() => expect(conn.asked).toBe(3));
  expect(conn.eventNames().map((name) => conn.listenerCount(name))).toEqual(listeners);
  const heard = async () => {
    conn.emit("heartbeat");
    await new Promise(setImmediate);
    return told;
  };
  expect(await heard()).toEqual([]);
  expect(await heard()).toEqual(["one"]);
  expect(await heard()).toEqual(["one", "other"]);
  await Promise.all(arriving);
});

test("F4: nobody is waited for who is gone, before or after they were asked", async () => {
  const { conn, link } = opened();
  const arriving = link.arrived();
  await vi.waitFor(() => expect(conn.asked).toBe(1));
  conn.emit("close");
  await arriving;
  await link.arrived();
  expect(conn.asked).toBe(1);
});
