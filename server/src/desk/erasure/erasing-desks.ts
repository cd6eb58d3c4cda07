import type { Erasure } from "@flowdesk/shared/desk/author/erase.ts";
import { nothingFound } from "@flowdesk/shared/desk/author/found.ts";
import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import { alreadyRead, type ReadCommand, readCommand } from "@flowdesk/shared/desk/decide.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import type { Answer, DeskService, Submission } from "../desk-service.ts";
import { loadRoster } from "../roster.ts";
import { StorageFull, type Store } from "../store.ts";
import type { AuthorStore } from "./author-store.ts";
import { BegunErasures } from "./begun-erasures.ts";
import { erasedHandle } from "./scrub.ts";
import { handleKey, type Sought } from "./traces.ts";

export interface ErasingDeps {
  readonly desks: DeskService;
  readonly store: Store & AuthorStore;
  /**
   * Takes an author out of what is kept beside the store; gives how many lines it was. Asked before they are erased, and
   * again once that is written.
   */
  readonly eraseKept: (desk: string, sought: Sought) => Promise<number>;
  readonly warn: (about: object, message: string) => void;
}

/** The author and channel that an erasure names, as they are looked for. */
export function soughtBy({ author, channel }: Erasure): Sought {
  return { author: handleKey(author), channel: channel === undefined ? null : (channelId(channel) ?? channel) };
}

/**
 * The desks, which have an author erased before `author.erase` is decided: what is erased may be much, and is not done
 * within a batch. Asked again with the same id, the rest is erased and the first answer given (rule D4).
 */
export class ErasingDesks implements DeskService {
  readonly #deps: ErasingDeps;
  /** Erasures run one after another. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #begun = new BegunErasures();

  constructor(deps: ErasingDeps) {
    this.#deps = deps;
  }

  submit(desk: string, submission: Submission): Promise<Answer> {
    if (submission.type !== "author.erase") return this.#deps.desks.submit(desk, submission);
    const answer = this.#last.then(() => this.#erase(desk, submission));
    this.#last = answer;
    return answer;
  }

  submitAll(desk: string, submissions: readonly Submission[]): Promise<readonly Answer[]> {
    return submissions.some(({ type }) => type === "author.erase")
      ? Promise.all(submissions.map((submission) => this.submit(desk, submission)))
      : this.#deps.desks.submitAll(desk, submissions);
  }

  isBusy(desk: string): boolean {
    return this.#deps.desks.isBusy(desk);
  }

  async drain(): Promise<void> {
    await this.#last;
    await this.#deps.desks.drain();
  }

  /** Never rejects, as `submit` does not. */
  async #erase(desk: string, submission: Submission): Promise<Answer> {
    const { desks, store, eraseKept, warn } = this.#deps;
    const { actor, type, data } = submission;
    const read = submission.read ?? readCommand(type, data);
    if ("code" in read) return { ok: false, error: read };
    try {
      const roster = (await loadRoster(store, desk))?.roster;
      const member = actor.kind === "member" ? roster?.member(actor.member.id) : null;
      // What may not be done is refused as every other command is.
      if (roster === undefined || member === undefined || (member !== null && !permits(member, "author.erase")))
        return desks.submit(desk, submission);
      const erasure = read.data as Erasure;
      if (erasure.channel !== undefined && channelId(erasure.channel) === null) return desks.submit(desk, submission);
      const sought = soughtBy(erasure);
      if (sought.author === erasedHandle) return { ok: false, error: placeholder };
      this.#begun.found(desk, sought, await store.findAuthor(desk, sought));
      this.#begun.found(desk, sought, { ...nothingFound, kept: await eraseKept(desk, sought) });
      const found = this.#begun.found(desk, sought, await store.eraseAuthor(desk, sought));
      const decided: ReadCommand = alreadyRead(read.rule, { ...erasure, found });
      const answer = await desks.submit(desk, { ...submission, read: decided });
      if (answer.ok) {
        this.#begun.logged(desk, sought);
        await eraseKept(desk, sought);
      }
      return answer;
    } catch (error) {
      if (error instanceof StorageFull)
        return { ok: false, error: reject("storage.full", "The disk is full; make room and send it again.") };
      warn({ desk, err: String(error) }, "an author could not be erased");
      return {
        ok: false,
        error: reject("desk.unavailable", "The desk cannot answer now. Send the command again with the same id."),
      };
    }
  }
}

/** Whoever is erased stands under this name: it would be found for ever, and every console would load anew each time. */
const placeholder = reject("nothing.to.do", `"${erasedHandle}" stands for authors who have been erased already.`);
