/** So much may be on its way in at once, in this process: bytes of bodies, and messages that were read from them. */
export interface IntakeLimits {
  readonly bytes: number;
  readonly messages: number;
}

/** Room for four of the largest bodies, and for the messages of one and a half. */
const most: IntakeLimits = { bytes: 20 * 1024 * 1024, messages: 30_000 };

/**
 * The room for bodies of messages between the network and the commit, for all desks of this process: those that are being
 * read, parsed, or wait to be committed. What finds none is asked to come later, so that memory does not grow by what
 * cannot be committed yet. The largest body always finds room where there is no other.
 */
export class IntakeRoom {
  readonly #most: IntakeLimits;
  readonly #held = { bytes: 0, messages: 0 };

  constructor(limits: Partial<IntakeLimits> = {}) {
    this.#most = { ...most, ...limits };
  }

  /** The room that is taken. */
  get held(): IntakeLimits {
    return { ...this.#held };
  }

  /** A place for a body that is about to be read; give it back by `leave`, whatever becomes of the body. */
  enter(): IntakePlace {
    return new IntakePlace((what, more) => {
      if (more > 0 && this.#held[what] + more > this.#most[what]) return false;
      this.#held[what] += more;
      return true;
    });
  }
}

/** What one body takes of the room. */
export class IntakePlace {
  readonly #take: (what: keyof IntakeLimits, more: number) => boolean;
  readonly #held = { bytes: 0, messages: 0 };

  constructor(take: (what: keyof IntakeLimits, more: number) => boolean) {
    this.#take = take;
  }

  /** Whether there is room for the body to be so large, or so long; what it has room for already counts towards it. */
  grow(what: keyof IntakeLimits, size: number): boolean {
    const more = Math.max(0, size - this.#held[what]);
    if (!this.#take(what, more)) return false;
    this.#held[what] += more;
    return true;
  }

  leave(): void {
    for (const what of ["bytes", "messages"] as const) {
      this.#take(what, -this.#held[what]);
      this.#held[what] = 0;
    }
  }
}
