export interface EveryDeskDeps {
  readonly desks: () => Promise<readonly { readonly id: string }[]>;
  /** How often, in ms. */
  readonly every: number;
  /** What is done about a desk. What it throws is told, and the next desk is gone to. */
  readonly look: (desk: string) => Promise<void>;
  readonly failed: (desk: string, error: unknown) => void;
}

/** Goes to all desks one after the other, again and again; never to two at once. */
export class EveryDesk {
  readonly #deps: EveryDeskDeps;
  #timer: NodeJS.Timeout | null = null;
  #under: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: EveryDeskDeps) {
    this.#deps = deps;
  }

  get isStopped(): boolean {
    return this.#stopped;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#under = this.#under.then(() => this.once());
    }, this.#deps.every).unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#under;
  }

  /** Goes to every desk once. */
  async once(): Promise<void> {
    const { desks, look, failed } = this.#deps;
    try {
      for (const { id } of await desks()) {
        if (this.#stopped) return;
        await look(id).catch((error: unknown) => failed(id, error));
      }
    } catch (error) {
      failed("", error);
    }
  }
}
