import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answering, Asking } from "./answering.ts";

/** A process of its own that makes load, or is a peer to compare with. */
export class Helper {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  #number = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", ({ number, answer, error }: Answering) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (error === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(error));
    });
    child.on("exit", (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`A helper ended: ${code ?? signal}`));
      this.#waiting.clear();
    });
  }

  /** Starts the helper of that name in this folder, or the one at an address. */
  static start(helper: string | URL, execArgv: readonly string[] = []): Helper {
    const file = fileURLToPath(typeof helper === "string" ? new URL(`./${helper}.ts`, import.meta.url) : helper);
    return new Helper(fork(file, { execArgv: [...execArgv], stdio: ["ignore", "inherit", "inherit", "ipc"] }));
  }

  /** Has it do something. @throws Error with what went wrong there */
  ask<T>(what: string, data: unknown = null): Promise<T> {
    const asking: Asking = { number: ++this.#number, what, data };
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(asking.number, { resolve: resolve as (answer: unknown) => void, reject });
      this.#child.send(asking);
    });
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    this.#child.kill("SIGKILL");
    await ended;
  }
}
