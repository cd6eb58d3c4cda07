import { createServer } from "node:http";
import { Server } from "socket.io";
import { machineClock, pause } from "../clock.ts";
import { answerParent } from "./answering.ts";
import type { BareTable } from "./bare-table.ts";
import { listening } from "./listening.ts";
import { type Probed, watched } from "./watched.ts";

/** How often to send to everyone. */
export interface Broadcast {
  /** Changes per second, and for how long they are gathered, in ms; what is late goes into the next frame. */
  readonly rate: number;
  readonly gather: number;
  /** In ms. */
  readonly lasts: number;
}

/** What to send to everyone at once: so many changes in so many frames. */
export interface CatchUp {
  readonly behind: number;
  readonly frames: number;
}

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
const { look, forget } = watched();
let table: BareTable | undefined;
/** What is sent, as JSON values; taken from the start again when it is used up. */
let held: readonly object[] = [];
let seq = 0;

io.on("connection", (socket) => {
  socket.on("desk.join", async (_data: unknown, acknowledge: (answer: unknown) => void) => {
    await socket.join("desk");
    acknowledge({ ok: true, log: "bare", head: seq, now: new Date().toISOString(), reset: false });
  });
  socket.on("command", async (data: unknown, acknowledge: (answer: unknown) => void) => {
    await table?.insert(JSON.stringify(data));
    acknowledge({ ok: true, seq: ++seq });
  });
});

/** Sends the next so many changes to everyone who joined, in an event of the same form as the desk's. */
async function emit(count: number, also: object): Promise<void> {
  io.to("desk").emit("changes", {
    desk: "bench",
    from: seq + 1,
    to: seq + count,
    now: new Date().toISOString(),
    changes: Array.from({ length: count }, (_, index) => ({ ...held[(seq + index) % held.length], ...also })),
  });
  seq += count;
  // Lets what was emitted go out before the next.
  await new Promise((resume) => setImmediate(resume));
}

/** Socket.IO with nothing else: what it answers and delivers is the limit for anything built on it. */
answerParent({
  /** Gives where it listens. */
  listen: () => listening(http),

  /** Has commands go into a table of that PostgreSQL database, or of SQLite where none is named. */
  async keep(database: string | null): Promise<void> {
    // Loaded only here, as what this process holds is a figure, too.
    const { openBareTable } = await import("./bare-table.ts");
    table = await openBareTable(database);
  },

  hold(changes: readonly object[]): void {
    held = changes;
  },

  /** Sends changes for a while, as Socket.IO does it by itself. Gives CPU in ms. */
  async broadcast({ rate, gather, lasts }: Broadcast): Promise<{ sent: number; cpu: number }> {
    const began = machineClock();
    const cpu = process.cpuUsage();
    let sent = 0;
    let last = began;
    while (machineClock() - began < lasts) {
      const now = machineClock();
      const perFrame = Math.floor(((now - began) / 1000) * rate) - sent;
      if (now - last >= gather && perFrame > 0) {
        last = now;
        await emit(perFrame, { stamp: now.toFixed(3) });
        sent += perFrame;
      } else await pause(1);
    }
    const spent = process.cpuUsage(cpu);
    return { sent, cpu: (spent.user + spent.system) / 1000 };
  },

  /** Sends changes as fast as they will go. */
  async catchUp({ behind, frames }: CatchUp): Promise<void> {
    for (let frame = 0; frame < frames; frame++) {
      const until = Math.round((behind * (frame + 1)) / frames);
      await emit(until - Math.round((behind * frame) / frames), {});
    }
  },

  /** What it took since it was last asked. */
  probe(): Probed {
    const probed = look();
    forget();
    return probed;
  },

  end: () => table?.close(),
});
