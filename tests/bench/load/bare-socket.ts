import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { Server } from "socket.io";
import { temporaryFolder } from "../../fixtures/served.ts";
import { machineClock, pause } from "../clock.ts";
import { answerParent } from "./answering.ts";

/** What to send to everyone, how often. */
export interface Broadcast {
  /** Changes per second, and for how long they are gathered, in ms; what is late goes into the next frame. */
  readonly rate: number;
  readonly gather: number;
  /** The changes to send, as JSON values; taken from the start again when they are used up. */
  readonly changes: readonly unknown[];
  /** In ms. */
  readonly lasts: number;
}

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
/** Writes one row durably. */
let insert: (body: string) => unknown = () => {};
let close: () => Promise<void> | void = () => {};
let seq = 0;

function insertIntoSqlite(): void {
  const folder = temporaryFolder();
  const db = new DatabaseSync(join(folder.path, "bare.db"));
  db.exec(
    "pragma journal_mode = wal; pragma synchronous = full; create table log (seq integer primary key, body text)",
  );
  const statement = db.prepare("insert into log (body) values (?)");
  insert = (body) => statement.run(body);
  close = () => {
    db.close();
    folder.remove();
  };
}

async function insertIntoPostgres(database: string): Promise<void> {
  const client = new pg.Client(database);
  await client.connect();
  await client.query("create table bare_log (seq bigint generated always as identity primary key, body text)");
  insert = (body) => client.query({ name: "bare", text: "insert into bare_log (body) values ($1)", values: [body] });
  close = () => client.end();
}

io.on("connection", (socket) => {
  socket.on("desk.join", async (_data: unknown, acknowledge: (answer: unknown) => void) => {
    await socket.join("desk");
    acknowledge({ ok: true, log: "bare", head: seq, now: new Date().toISOString(), reset: false });
  });
  socket.on("command", async (data: unknown, acknowledge: (answer: unknown) => void) => {
    await insert(JSON.stringify(data));
    acknowledge({ ok: true, seq: ++seq });
  });
});

/** Socket.IO with nothing else: what it answers and delivers is the limit for anything built on it. */
answerParent({
  /** Where it listens; commands go into that PostgreSQL database, or into SQLite where none is named. */
  async listen(database: string | null): Promise<string> {
    if (database === null) insertIntoSqlite();
    else await insertIntoPostgres(database);
    return new Promise((resolve) => {
      http.listen(0, "127.0.0.1", () => {
        const address = http.address();
        resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
      });
    });
  },

  /** Sends changes to everyone who joined, in events of the same form, as Socket.IO does it by itself. Gives CPU in ms. */
  async broadcast({ rate, gather, changes, lasts }: Broadcast): Promise<{ sent: number; cpu: number }> {
    const began = machineClock();
    const cpu = process.cpuUsage();
    let sent = 0;
    let last = began;
    while (machineClock() - began < lasts) {
      const now = machineClock();
      const perFrame = Math.floor(((now - began) / 1000) * rate) - sent;
      if (now - last >= gather && perFrame > 0) {
        last = now;
        const stamp = now.toFixed(3);
        const some = Array.from({ length: perFrame }, (_, index) => ({
          ...(changes[(sent + index) % changes.length] as object),
          stamp,
        }));
        io.to("desk").emit("changes", {
          desk: "bench",
          from: seq + 1,
          to: seq + perFrame,
          now: new Date().toISOString(),
          changes: some,
        });
        seq += perFrame;
        sent += perFrame;
        // Lets what was emitted go out before the next.
        await new Promise((resume) => setImmediate(resume));
      } else await pause(1);
    }
    const spent = process.cpuUsage(cpu);
    return { sent, cpu: (spent.user + spent.system) / 1000 };
  },

  end: () => close(),
});
