import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { ImportState, importQuerySchema } from "@flowdesk/shared/protocol/import.ts";
import { hour, type Instant, instant } from "@flowdesk/shared/time/instant.ts";
import type { z } from "zod";
import { BringInStopped } from "./bring-in.ts";
import { CalendarStopped, runCalendar } from "./calendar/calendar-run.ts";
import { IntakeError } from "./file/intake-error.ts";
import { type ImportPorts, runImport } from "./import-run.ts";
import { makeStagingFolder, removeStagingFolder, stagingIn } from "./staging.ts";
import { endingOf, isDiskFull, takeUpload } from "./uploads.ts";

/** Finished imports can be looked at for so long, in ms. */
const kept = hour;
const shown = 100;
const shownPosts = 20;

export interface ImportsDeps extends ImportPorts {
  /** The data folder, in which files are put down until they are brought in. */
  readonly data: string;
  /** The wall clock in ms UTC. */
  readonly now: () => number;
  channelsOf(desk: string): Promise<readonly string[]>;
  /** What failed by a fault of ours. */
  readonly failed: (desk: string, error: unknown) => void;
}

/** What is to be brought in, by whom. */
export interface ImportOrder extends z.output<typeof importQuerySchema> {
  readonly desk: string;
  readonly zone: string;
  /** The text of a map. */
  readonly map?: string;
  /** Who brings it in, as they are now; null once they may no longer do so. */
  readonly member: () => Member | null;
  readonly by: string;
}

/** One import of this server's run, with the folder that holds its file. */
export interface Import {
  readonly desk: string;
  /** The member who began it. */
  readonly by: string;
  readonly state: ImportState;
  /** The file of refused rows, if there is one. */
  readonly refusedFile: string | null;
}

interface Kept extends Import {
  state: ImportState;
  refusedFile: string | null;
  folder: string | null;
  readonly path: string;
  readonly stop: AbortController;
  ending: Promise<void>;
}

/** Another import into the same desk is under way. */
export class ImportRunning extends Error {
  override readonly name = "ImportRunning";
}

/** There is no such import, or no longer, or its file has been taken over by another. */
export class ImportUnknown extends Error {
  override readonly name = "ImportUnknown";
}

class Stopped extends Error {
  override readonly name = "Stopped";
}

const stoppedSentence = "Stopped. What had been brought in stays; the same file again brings in the rest.";

const erasedSentence =
  "An author was erased from the desk meanwhile. What had been brought in stays; take them out of the file and bring it in again for the rest.";

/** The imports that this server runs for the console: one a desk at a time, the finished ones kept for an hour. */
export class Imports {
  readonly #deps: ImportsDeps;
  readonly #imports = new Map<string, Kept>();
  /** Desks into which a file is sent or brought. */
  readonly #busy = new Set<string>();
  readonly #closing = new AbortController();

  constructor(deps: ImportsDeps) {
    this.#deps = deps;
    // What a killed server left is removed before anything new is put down.
    stagingIn(deps.data);
  }

  of(desk: string): readonly Import[] {
    return [...this.#imports.values()].filter((one) => one.desk === desk).reverse();
  }

  get(desk: string, id: string): Import | null {
    const found = this.#imports.get(id);
    return found === undefined || found.desk !== desk ? null : found;
  }

  /**
   * Takes the file, and begins. Resolves when the file is here.
   * @throws ImportRunning, ImportUnknown, StorageFull, UploadTooLarge
   */
  async begin(order: ImportOrder, body: Readable): Promise<string> {
    const { desk } = order;
    if (this.#busy.has(desk)) throw new ImportRunning();
    this.#busy.add(desk);
    try {
      const { folder, path } = order.from === undefined ? await this.#take(order, body) : this.#takeOver(order);
      const id = randomBytes(9).toString("base64url");
      const one: Kept = {
        desk,
        by: order.by,
        state: newState(id, order, this.#deps.now()),
        refusedFile: null,
        folder,
        path,
        stop: new AbortController(),
        ending: Promise.resolve(),
      };
      this.#imports.set(id, one);
      one.ending = this.#run(one, order, folder).finally(() => {
        this.#busy.delete(desk);
        setTimeout(() => this.#forget(id), kept).unref();
      });
      return id;
    } catch (error) {
      this.#busy.delete(desk);
      throw error;
    }
  }

  /** Stops an import; what was brought in stays. One that has ended is left as it is. */
  async stop(desk: string, id: string): Promise<void> {
    const one = this.#imports.get(id);
    if (one === undefined || one.desk !== desk) throw new ImportUnknown();
    one.stop.abort(new Stopped(stoppedSentence));
    await one.ending;
  }

  /** All that are known here by desk and id, the newest first, and whether they are under way. */
  all(): ReadonlyArray<readonly [desk: string, id: string, isUnderWay: boolean]> {
    return Array.from(
      this.#imports.values(),
      ({ desk, state }) => [desk, state.id, state.ended === null] as const,
    ).reverse();
  }

  /** The desks of whose imports anything is kept. */
  desks(): readonly string[] {
    return [...new Set(Array.from(this.#imports.values(), ({ desk }) => desk))];
  }

  /**
   * Stops the imports into a desk that were begun by a time, and removes their files and all that is shown of what stands
   * in them: an author was erased, whom any of them may name.
   */
  async erase(desk: string, until: Instant): Promise<void> {
    const begun = [...this.#imports.values()].filter((one) => one.desk === desk && one.state.begun <= until);
    for (const one of begun) one.stop.abort(new BringInStopped("import.erased", erasedSentence));
    await Promise.all(begun.map(({ ending }) => ending));
    for (const one of begun) {
      if (one.folder !== null) removeStagingFolder(one.folder);
      one.folder = null;
      one.refusedFile = null;
      one.state = { ...one.state, first: [], posts: [], refusals: [], repairs: [], refusedFile: false };
    }
  }

  /** Stops everything and removes what was put down. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const one of this.#imports.values()) one.stop.abort(new Stopped(stoppedSentence));
    await Promise.all([...this.#imports.values()].map(({ ending }) => ending));
    for (const id of [...this.#imports.keys()]) this.#forget(id);
  }

  #forget(id: string): void {
    const one = this.#imports.get(id);
    if (one === undefined) return;
    if (one.folder !== null) removeStagingFolder(one.folder);
    this.#imports.delete(id);
  }

  async #take(order: ImportOrder, body: Readable): Promise<{ folder: string; path: string }> {
    const folder = makeStagingFolder(stagingIn(this.#deps.data));
    try {
      return { folder, path: await takeUpload(body, folder, order.name, this.#closing.signal) };
    } catch (error) {
      removeStagingFolder(folder);
      throw error;
    }
  }

  /** The file of an earlier import of the same member: it need not be sent twice. */
  #takeOver(order: ImportOrder): { folder: string; path: string } {
    const earlier = this.#imports.get(order.from ?? "");
    if (earlier === undefined || earlier.desk !== order.desk || earlier.by !== order.by || earlier.folder === null) {
      throw new ImportUnknown();
    }
    const { folder, path } = earlier;
    earlier.folder = null;
    earlier.refusedFile = null;
    earlier.state = { ...earlier.state, refusedFile: false };
    return { folder, path };
  }

  async #run(one: Kept, order: ImportOrder, folder: string): Promise<void> {
    const note = (part: Partial<ImportState>) => {
      one.state = { ...one.state, ...part };
    };
    try {
      if (order.kind === "messages") await this.#messages(one, order, folder, note);
      else await this.#posts(one, order, folder, note);
      note({ phase: "done" });
    } catch (error) {
      const isStop = error instanceof Stopped;
      note({ phase: isStop ? "stopped" : "failed", error: isStop ? null : this.#errorOf(one.desk, error) });
    }
    note({ ended: instant(this.#deps.now()) });
  }

  #errorOf(desk: string, error: unknown): { code: string; message: string } {
    if (error instanceof IntakeError || error instanceof BringInStopped || error instanceof CalendarStopped) {
      return { code: error.code, message: error.message };
    }
    if (isDiskFull(error))
      return { code: "storage.full", message: "The disk is full; make room and bring it in again." };
    this.#deps.failed(desk, error);
    return { code: "internal", message: "This failed by a fault of the server's; try again." };
  }

  async #messages(one: Kept, order: ImportOrder, folder: string, note: (part: Partial<ImportState>) => void) {
    const { desk, zone, map, dryRun, speed, format } = order;
    let inFile = 0;
    const { counts, reading, first } = await runImport(this.#deps, {
      desk,
      path: one.path,
      zone,
      now: this.#deps.now(),
      dryRun,
      refusedPath: join(folder, `refused${endingOf(order.name)}`),
      stagingRoot: stagingIn(this.#deps.data),
      signal: one.stop.signal,
      onProgress: (phase, done, total, soFar) => {
        this.#goOn(one, order);
        if (soFar === undefined) return note({ phase, done, total });
        const counts = { ...one.state.counts, ...soFar, rejected: inFile + soFar.rejected };
        note({ phase, done, total, counts });
      },
      onRead: (file) => {
        one.refusedFile = file.refusedFile ?? null;
        inFile = file.refused;
        const { refusals, repaired, repairs, read, refused: rejected } = file;
        const sofar = { counts: { ...one.state.counts, read, rejected }, refusedFile: one.refusedFile !== null };
        note({ refusals: [...refusals], repaired, repairs: [...repairs], first: [...file.first], ...sofar });
      },
      ...(format === "csv" || format === "twcs" || format === "jsonl" ? { format } : {}),
      ...(map === undefined ? {} : { map }),
      ...(speed === undefined ? {} : { speed }),
    });
    one.refusedFile = reading.refusedFile ?? null;
    const { refusals, repaired, repairs } = reading;
    const known = { refusals: [...refusals], repaired, repairs: [...repairs], refusedFile: one.refusedFile !== null };
    note({ counts, first: [...first], ...known });
  }

  async #posts(one: Kept, order: ImportOrder, folder: string, note: (part: Partial<ImportState>) => void) {
    const { desk, zone, dryRun, dates, channels, format } = order;
    const outcome = await runCalendar(
      {
        channels: () => this.#deps.channelsOf(desk),
        command: (type, data) => this.#command(order, type, data),
      },
      {
        path: one.path,
        desk,
        format: format === "buffer" ? "buffer" : "sprout",
        zone,
        dryRun,
        now: this.#deps.now(),
        refusedPath: join(folder, "refused.csv"),
        signal: one.stop.signal,
        onProgress: (done, total) => note({ phase: "bringing in", done, total }),
        ...(dates === undefined ? {} : { dates }),
        ...(channels === undefined ? {} : { channels: channels.split(",").map((channel) => channel.trim()) }),
      },
    );
    one.refusedFile = outcome.refusedFile ?? null;
    const made = outcome.made.map((channel) => ({ code: "channel.made", sentence: `Made the channel ${channel}.` }));
    note({
      counts: { ...one.state.counts, ...outcome.counts },
      posts: outcome.rows.slice(0, shownPosts).map(({ row, local, zone: in_, shifted, text, imageUrls }) => ({
        row,
        local,
        zone: in_,
        shifted,
        text,
        imageUrls: [...imageUrls],
      })),
      refusals: outcome.refusals.slice(0, shown),
      warnings: [...outcome.warnings, ...made],
      refusedFile: one.refusedFile !== null,
    });
  }

  #command(order: ImportOrder, type: string, data: object) {
    const member = order.member();
    if (member === null) throw noLonger();
    return this.#deps.service.submit(order.desk, {
      id: `${order.by}:${randomBytes(9).toString("base64url")}`,
      type,
      data,
      actor: { kind: "member", member },
      lane: "sources",
    });
  }

  /** Whoever has lost the right to bring messages in brings in no more of them. */
  #goOn(one: Kept, order: ImportOrder): void {
    if (order.member() === null) one.stop.abort(noLonger());
  }
}

function noLonger(): BringInStopped {
  return new BringInStopped("forbidden", "You may no longer bring files into this desk.");
}

function newState(id: string, order: ImportOrder, now: number): ImportState {
  return {
    id,
    name: order.name,
    kind: order.kind,
    dryRun: order.dryRun,
    speed: order.speed ?? null,
    phase: "reading",
    done: 0,
    total: 0,
    counts: { read: 0, accepted: 0, duplicates: 0, rejected: 0, items: 0, responses: 0, overdueResponses: 0 },
    first: [],
    posts: [],
    refusals: [],
    repaired: {},
    repairs: [],
    warnings: [],
    refusedFile: false,
    error: null,
    begun: instant(now),
    ended: null,
  };
}
