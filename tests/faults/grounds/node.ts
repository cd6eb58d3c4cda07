import { freePort } from "../../fixtures/free-port.ts";
import { type Served, serve } from "../../fixtures/served.ts";

/** A server in a process of its own, which comes back at the same address. */
export class FaultNode {
  readonly #data: string;
  readonly #port: number;
  readonly #args: readonly string[];
  #served: Served | null = null;

  private constructor(data: string, port: number, args: readonly string[]) {
    this.#data = data;
    this.#port = port;
    this.#args = args;
  }

  static async start(data: string, args: readonly string[]): Promise<FaultNode> {
    const node = new FaultNode(data, await freePort(), ["--no-demo", ...args]);
    await node.start();
    return node;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Whether it runs; one that has ended by itself does not. */
  get isAlive(): boolean {
    const child = this.#served?.process;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** The last that it has printed. */
  get said(): string {
    return this.#served?.output().slice(-2_000) ?? "";
  }

  async start(): Promise<void> {
    this.#served = await serve(this.#data, { port: this.#port, args: this.#args });
  }

  async kill(): Promise<void> {
    if (this.isAlive) await this.#served?.kill();
  }

  /** Stops its process where it is, until `goOn`. */
  pause(): void {
    this.#served?.process.kill("SIGSTOP");
  }

  goOn(): void {
    this.#served?.process.kill("SIGCONT");
  }

  async stop(): Promise<void> {
    if (this.isAlive) await this.#served?.stop();
  }
}
