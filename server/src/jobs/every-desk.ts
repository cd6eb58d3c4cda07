export interface EveryDeskDeps {
  readonly desks: () => Promise<readonly { readonly id: string }[]>;
  /** How often, in ms. */
  readonly every: number;
  /** What looking at a desk throws is told, and the next desk is gone to. */
  readonly failed: (desk: string, error: unknown) => void;
}

/** Goes to all desks one after the other, again and again; never to two at once. */
export abstract class EveryDesk {
  readonly #deps: EveryDeskDeps;
  #timer: NodeJS.Timeout | null = null;
  #under: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: EveryDeskDeps) {
    this.#deps = deps;
  }

  start(): this {
    this.#timer = setInterval(() => {
      this.#under = this.#under.then(() => this.walk());
    }, this.#deps.every).unref();
    return this;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#under;
  }

  /** Goes to every desk once. */
  async walk(): Promise<void> {
    const { desks, failed } = this.#deps;
    try {
      for (const { id } of await desks()) {
        if (this.#stopped) return;
        await this.look(id).catch((error: unknown) => failed(id, error));
      }
    } catch (error) {
      failed("", error);
    }
  }

  protected get isStopped(): boolean {
    return this.#stopped;
  }

  /** What is done about a desk. */
  protected abstract look(desk: string): Promise<void>;
}
