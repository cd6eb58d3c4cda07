import { randomUUID } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { clientConfig } from "./connections.ts";

/** The channel of `LISTEN` and `NOTIFY`. */
const channel = "flowdesk";
/** Rings are gathered for so long, in ms: notifying transactions pass one by one through a lock of the whole database. */
const gathering = 15;
/** A message has at most so many bytes (PostgreSQL's limit is 8,000). */
const largest = 7_900;
/** How long to wait before connecting again, in ms, doubled with every try. */
const pauses = { first: 200, most: 5_000 };

/** What nodes call out to each other. It is lost where nobody listens, and never is the only way to a thing. */
export interface Calls {
  /** A desk's log has come to this number. */
  readonly reached: (desk: string, seq: number) => void;
  /** Something that is not in the log, under a topic. */
  readonly told: (node: string, topic: string, said: unknown) => void;
}

const messageSchema = z.object({
  node: z.string(),
  reached: z.array(z.tuple([z.string(), z.int()])).default([]),
  topic: z.string().optional(),
  said: z.unknown().optional(),
});
type Message = z.input<typeof messageSchema>;

/**
 * The bell between nodes, outside every transaction that writes: it only makes sooner what reading the log would bring
 * anyway. Its connection is made with the first call, and again when it is lost.
 */
export class Bell {
  readonly #url: string;
  readonly #node = randomUUID();
  readonly #reached = new Map<string, number>();
  #client: Promise<pg.Client> | null = null;
  #calls: Calls | null = null;
  #gathering: NodeJS.Timeout | null = null;
  #again: NodeJS.Timeout | null = null;
  #pause = pauses.first;
  #sending: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Rings for a desk, within a moment. */
  ring(desk: string, seq: number): void {
    if (this.#isClosed) return;
    this.#reached.set(desk, Math.max(seq, this.#reached.get(desk) ?? 0));
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      this.#flush();
    }, gathering);
  }

  /** Tells every other node; what does not fit into one message is not sent. */
  tell(topic: string, said: unknown): void {
    this.#send({ node: this.#node, topic, said });
  }

  /** Calls `calls` for what other nodes say, until the bell is closed or the function it gives is called. */
  listen(calls: Calls): () => void {
    this.#calls = calls;
    void this.#connected().catch(() => undefined);
    return () => {
      this.#calls = null;
    };
  }

  async close(): Promise<void> {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    if (this.#again !== null) clearTimeout(this.#again);
    // Whoever writes and leaves, as the command line does, still rings.
    this.#flush();
    await this.#sending;
    this.#isClosed = true;
    const client = await this.#client?.catch(() => null);
    await client?.end().catch(() => undefined);
  }

  #flush(): void {
    let part: Array<[string, number]> = [];
    let bytes = 100;
    const send = () => {
      if (part.length > 0) this.#send({ node: this.#node, reached: part });
      part = [];
      bytes = 100;
    };
    for (const entry of this.#reached) {
      const size = Buffer.byteLength(JSON.stringify(entry)) + 1;
      if (bytes + size > largest) send();
      part.push(entry);
      bytes += size;
    }
    this.#reached.clear();
    send();
  }

  #send(message: Message): void {
    if (this.#isClosed) return;
    const text = JSON.stringify(message);
    if (Buffer.byteLength(text) > largest) return;
    this.#sending = this.#sending
      .then(async () => {
        const client = await this.#connected();
        await client.query("select pg_notify($1, $2)", [channel, text]);
      })
      // Nobody hears it: reading the log brings it all the same.
      .catch(() => undefined);
  }

  #connected(): Promise<pg.Client> {
    if (this.#isClosed) return Promise.reject(new Error("The bell is closed."));
    if (this.#client !== null) return this.#client;
    const client = new pg.Client({ ...clientConfig(this.#url), query_timeout: 5_000 });
    const connecting = this.#connect(client);
    this.#client = connecting;
    const lost = () => {
      if (this.#client !== connecting) return;
      this.#client = null;
      client.end().catch(() => undefined);
      this.#reconnectSoon();
    };
    client.on("error", lost);
    client.on("end", lost);
    connecting.catch(lost);
    return connecting;
  }

  async #connect(client: pg.Client): Promise<pg.Client> {
    client.on("notification", ({ payload }) => this.#hear(payload));
    await client.connect();
    await client.query(`listen ${channel}`);
    this.#pause = pauses.first;
    return client;
  }

  #reconnectSoon(): void {
    if (this.#isClosed || this.#calls === null || this.#again !== null) return;
    // Nodes that lost the same database do not come back in step.
    const wait = this.#pause * (0.5 + Math.random() / 2);
    this.#pause = Math.min(pauses.most, this.#pause * 2);
    this.#again = setTimeout(() => {
      this.#again = null;
      void this.#connected().catch(() => undefined);
    }, wait);
  }

  #hear(payload: string | undefined): void {
    const calls = this.#calls;
    if (calls === null || payload === undefined) return;
    // Whoever may connect to the database may notify; what is not ours is passed over.
    const read = messageSchema.safeParse(parsed(payload));
    if (!read.success || read.data.node === this.#node) return;
    const { node, reached, topic, said } = read.data;
    for (const [desk, seq] of reached) calls.reached(desk, seq);
    if (topic !== undefined) calls.told(node, topic, said);
  }
}

/** The JSON of a text; null for what is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
