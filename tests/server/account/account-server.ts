import { once } from "node:events";
import { request as nodeRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { type Accounts, createAccounts, type ServerAccountDeps } from "@flowdesk/server/account/accounts.ts";
import { databaseMemberships } from "@flowdesk/server/account/membership.ts";
import { mountAccounts } from "@flowdesk/server/account/mount.ts";
import type { Answer, DeskService, Submission } from "@flowdesk/server/desk/desk-service.ts";
import { migrate } from "@flowdesk/server/storage/sqlite/migrate.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import { decideRaw } from "@flowdesk/shared/desk/decide.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { type DeskState, emptyState } from "@flowdesk/shared/desk/state.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import express from "express";
import { Kysely } from "kysely";
import { GenericSqliteDialect } from "kysely-generic-sqlite";

export const deskId = "care-team";

/** A database in memory with the tables that the migrations make, and one desk. */
export function accountDatabase(): { raw: DatabaseSync; db: Kysely<unknown> } {
  const raw = new DatabaseSync(":memory:");
  migrate(raw, ":memory:");
  raw
    .prepare("insert into desks (desk, name, zone, policy, log, seq, at, roster) values (?, ?, ?, ?, ?, 0, 0, 0)")
    .run(deskId, "Care", "Europe/Copenhagen", JSON.stringify(firstPolicy), "log");
  const db = new Kysely<unknown>({
    dialect: new GenericSqliteDialect(() => ({
      db: raw,
      query: async (_isSelect, sql, parameters) => {
        const statement = raw.prepare(sql);
        const bound = parameters as readonly SQLInputValue[];
        // As from the writer's worker, an answer comes in a later turn of the event loop.
        await new Promise((resume) => setImmediate(resume));
        if (statement.columns().length > 0) return { rows: statement.all(...bound) };
        const { changes } = statement.run(...bound);
        return { rows: [], numAffectedRows: BigInt(changes) };
      },
      close: () => raw.close(),
    })),
  });
  return { raw, db };
}

/** A desk that decides by the real core and keeps its members where the real one does. */
class SmallDesk implements Pick<DeskService, "submit"> {
  readonly submitted: Submission[] = [];
  /** What the next command is answered instead of being decided. */
  failNext: Answer | null = null;
  readonly #raw: DatabaseSync;
  readonly #now: () => number;
  #state: DeskState;
  #seq = 0;

  constructor(raw: DatabaseSync, now: () => number) {
    this.#raw = raw;
    this.#now = now;
    this.#state = emptyState({ id: deskId, name: "Care", zone: "Europe/Copenhagen", policy: firstPolicy });
  }

  get members() {
    return this.#state.members;
  }

  async submit(desk: string, submission: Submission): Promise<Answer> {
    if (desk !== deskId) return { ok: false, error: reject("desk.unknown", "There is no such desk.") };
    this.submitted.push(submission);
    const failure = this.failNext;
    this.failNext = null;
    if (failure !== null) return failure;
    const now = instant(this.#now());
    const { type, data, actor, id } = submission;
    const decision = decideRaw(this.#state, type, data, { now, actor, command: id, newId: () => `n${this.#seq}` });
    if (!decision.ok) return { ok: false, error: decision.rejection };
    for (const body of decision.changes) {
      this.#seq += 1;
      this.#state = evolve(this.#state, { ...body, seq: this.#seq, at: now, by: "x", command: id } as Change);
    }
    const insert = this.#raw.prepare("insert or replace into members (desk, id, user, body) values (?, ?, ?, ?)");
    for (const member of this.#state.members.values()) {
      insert.run(desk, member.id, member.user, JSON.stringify(member));
    }
    return { ok: true, seq: this.#seq };
  }
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { error?: { code: string; message: string } };
}

/** A browser or a program: keeps cookies, and says which page it is on. */
export class Client {
  readonly #origin: string;
  cookie: string | null = null;
  /** Sent with every request, over what a browser would send. */
  headers: Record<string, string> = {};

  constructor(origin: string) {
    this.#origin = origin;
  }

  get(path: string): Promise<Answered> {
    return this.#send("GET", path);
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answered> {
    return this.#send("POST", path, body, headers);
  }

  patch(path: string, body: unknown): Promise<Answered> {
    return this.#send("PATCH", path, body);
  }

  delete(path: string): Promise<Answered> {
    return this.#send("DELETE", path);
  }

  async #send(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(`${this.#origin}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(method === "GET" ? {} : { origin: this.#origin }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...this.headers,
        ...more,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      if (!line.startsWith("flowdesk.session_token=")) continue;
      this.cookie = /max-age=0/i.test(line) ? null : (line.split(";")[0] ?? null);
    }
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : {}) as Answered["body"],
    };
  }
}

/** A request as no browser makes it, with a `Host` of one's own. */
export function postWithHost(
  origin: string,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<{ status: number; code: string | undefined }> {
  return new Promise((resolve, reject) => {
    const request = nodeRequest(
      `${origin}${path}`,
      { method: "POST", headers: { "content-type": "application/json", ...headers } },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on("end", () => {
          const read = JSON.parse(text) as { error?: { code: string } };
          resolve({ status: response.statusCode ?? 0, code: read.error?.code });
        });
      },
    );
    request.on("error", reject);
    request.end(JSON.stringify(body));
  });
}

/** A server with nothing but the accounts, on a port of its own, whose clock a test sets. */
export interface AccountServer {
  readonly origin: string;
  readonly accounts: Accounts;
  readonly desk: SmallDesk;
  readonly clock: { now: number };
  /** Every line that was logged, as JSON. */
  readonly logged: string[];
  client(): Client;
  /** Makes the desk a demonstration, or an ordinary one again. */
  demonstrate(is: boolean): void;
  close(): Promise<void>;
}

export async function startAccountServer(more: Partial<ServerAccountDeps> = {}): Promise<AccountServer> {
  const app = express();
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const listening = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { raw, db } = accountDatabase();
  const clock = { now: Date.now() };
  const desk = new SmallDesk(raw, () => clock.now);
  const logged: string[] = [];
  const log = (about: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(about, (_key, value) => (value instanceof Error ? value.stack : value))}`);
  };
  const served = createAccounts({
    db,
    engine: "sqlite",
    desks: desk,
    memberships: databaseMemberships(db),
    now: () => clock.now,
    origin: listening,
    secret: "a secret of at least thirty-two characters",
    isBoundToLoopback: true,
    log: { warn: log, error: log },
    ...more,
  });
  mountAccounts(app, served);
  return {
    origin: listening,
    accounts: served,
    desk,
    clock,
    logged,
    client: () => new Client(listening),
    demonstrate: (is) => {
      raw.prepare("update desks set demonstration = ?").run(is ? 1 : 0);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.destroy();
    },
  };
}

/** What stands after the `#` of a link. */
export function tokenOf(link: string): string {
  return new URL(link).hash.slice(1);
}
