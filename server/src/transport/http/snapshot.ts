import { finished, pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { type View, viewKey, viewOf } from "@flowdesk/shared/desk/view.ts";
import type { SnapshotHead } from "@flowdesk/shared/protocol/snapshot.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { Request, RequestHandler, Response } from "express";
import type { DeskFeed } from "../../desk/desk-feed.ts";
import type { SnapshotLines } from "../../desk/store.ts";
import { memberIn } from "./access.ts";
import { gzipWithHead } from "./gzip-with-head.ts";
import type { HttpDeps } from "./http-deps.ts";
import { deskUnknown, HttpRefusal } from "./http-refusal.ts";

export interface SnapshotLimits {
  /**
   * For so long at most one snapshot serves everyone of a view, in ms: while nothing has happened since, or when more
   * than a quarter of the time goes into making them.
   */
  readonly shared: number;
  /** Bytes of snapshots that are being sent, each counted once however many take it. */
  readonly inFlight: number;
  /** So long a client has to take it, in ms. */
  readonly taken: number;
}

export const snapshotLimits: SnapshotLimits = { shared: 1_000, inFlight: 64 * 1024 * 1024, taken: 30_000 };

/** A snapshot of one view, without the line that differs from member to member. */
interface Built {
  readonly snapshot: SnapshotLines;
  takers: number;
}

/** What is kept of the snapshots of one view. */
interface Shared {
  building: Promise<Built>;
  /** The `seq` that it was built at, once it is. */
  seq: number | null;
  /** When the time that building takes will have been made up for, in ms of the monotonic clock. */
  owedUntil: number;
  forget: NodeJS.Timeout | undefined;
}

/** With a debt smaller than this share of the time that one is shared for, what has happened since asks for a new one. */
const readily = 0.5;

/** A snapshot is made anew at most so often because what its reader may see has altered meanwhile. */
const mostTries = 3;

/** `GET /api/desks/:desk/snapshot`: the open work as NDJSON, built and compressed once for everyone of a view. */
export class Snapshots {
  readonly #deps: HttpDeps;
  readonly #limits: SnapshotLimits;
  readonly #views = new Map<string, Shared>();
  #inFlight = 0;

  constructor(deps: HttpDeps, limits: SnapshotLimits = snapshotLimits) {
    this.#deps = deps;
    this.#limits = limits;
  }

  readonly handle: RequestHandler = async (request, response) => {
    const packed = request.acceptsEncodings("gzip") === "gzip";
    const { built, member } = await this.#seenBy(request);
    const bytes = built.snapshot.lines.deflated.length;
    if (built.takers === 0 && this.#inFlight > 0 && this.#inFlight + bytes > this.#limits.inFlight) throw busy();
    if (built.takers === 0) this.#inFlight += bytes;
    built.takers++;
    try {
      await this.#send(response, built.snapshot, member, packed);
    } finally {
      built.takers--;
      if (built.takers === 0) this.#inFlight -= bytes;
    }
  };

  /**
   * What the one who asks may see (rule F2). What is stored can be ahead of what this node has read of the log: who sees
   * what is looked up anew as of the snapshot, or it would show by an older view what its number says has been closed.
   */
  async #seenBy(request: Request): Promise<{ readonly built: Built; readonly member: Member }> {
    const look = () => memberIn(request, this.#deps, "read.log", "reading the desk");
    let { feed, member } = await look();
    if (this.#inFlight >= this.#limits.inFlight) throw busy();
    for (let tries = 0; tries < mostTries; tries++) {
      const view = viewOf(member);
      const built = await this.#shared(feed, view);
      await feed.readUpTo(built.snapshot.head.seq);
      ({ feed, member } = await look());
      const isKnown = feed.head >= built.snapshot.head.seq;
      if (isKnown && viewKey(viewOf(member)) === viewKey(view)) return { built, member };
    }
    throw new HttpRefusal(503, "desk.unavailable", "The desk cannot be read now; try again in a moment.", 1);
  }

  #shared(feed: Pick<DeskFeed, "desk" | "head">, view: View): Promise<Built> {
    const key = `${feed.desk}\n${viewKey(view)}`;
    const known = this.#views.get(key);
    const began = performance.now();
    const { shared } = this.#limits;
    if (known !== undefined) {
      const isOld = known.seq !== null && known.seq < feed.head;
      if (!isOld || known.owedUntil - began > shared * readily) return known.building;
      clearTimeout(known.forget);
    }
    const building = this.#build(feed.desk, view);
    const entry: Shared = { building, seq: null, owedUntil: known?.owedUntil ?? 0, forget: undefined };
    this.#views.set(key, entry);
    const forget = () => {
      if (this.#views.get(key) === entry) this.#views.delete(key);
    };
    building.then(({ snapshot }) => {
      const now = performance.now();
      entry.seq = snapshot.head.seq;
      entry.owedUntil = Math.min(Math.max(entry.owedUntil, now) + 4 * (now - began), now + shared * (1 + readily));
      entry.forget = setTimeout(forget, shared).unref();
    }, forget);
    return building;
  }

  async #build(desk: string, view: View): Promise<Built> {
    const snapshot = await this.#deps.store.snapshotLines(desk, view);
    if (snapshot === null) throw deskUnknown();
    return { snapshot, takers: 0 };
  }

  async #send(response: Response, snapshot: SnapshotLines, member: Member, packed: boolean): Promise<void> {
    const { lines } = snapshot;
    const head = Buffer.from(`${JSON.stringify(this.#headOf(snapshot, member))}\n`);
    response.set({ "Content-Type": "application/x-ndjson; charset=utf-8", Vary: "Accept-Encoding" });
    const late = setTimeout(() => response.destroy(), this.#limits.taken);
    try {
      if (packed) {
        const { before, after } = gzipWithHead(head, lines);
        response.set("Content-Encoding", "gzip");
        response.set("Content-Length", String(before.length + lines.deflated.length + after.length));
        response.write(before);
        response.write(lines.deflated);
        response.end(after);
        await finished(response);
      } else {
        response.set("Content-Length", String(head.length + lines.length));
        response.write(head);
        await pipeline([lines.deflated], createInflateRaw(), response);
      }
    } catch {
      // The client went away, or was too slow: there is nobody left to tell.
    } finally {
      clearTimeout(late);
    }
  }

  #headOf({ head, desk, entities }: SnapshotLines, member: Member): SnapshotHead {
    return {
      desk: desk.id,
      log: head.log,
      seq: head.seq,
      now: instant(this.#deps.now()),
      name: desk.name,
      zone: desk.zone,
      policy: desk.policy,
      ...(desk.demonstration === true ? { demonstration: true } : {}),
      me: member.id,
      entities,
    };
  }
}

function busy(): HttpRefusal {
  // Spread out, so that those who come again do not come at once.
  const seconds = 1 + Math.floor(Math.random() * 3);
  return new HttpRefusal(503, "too.many", "Too many are loading the desk at once; try again in a moment.", seconds);
}
