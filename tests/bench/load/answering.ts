/** What one process asks of another, and its answer. */
export interface Asking {
  readonly number: number;
  readonly what: string;
  readonly data: unknown;
}
export interface Answering {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/**
 * Makes this process a helper of the benchmark: it does what it is asked by its parent, one method a name, and ends with
 * it.
 */
export function answerParent(methods: Readonly<Record<string, (data: never) => unknown>>): void {
  const reply = (answering: Answering) => process.send?.(answering);
  process.on("message", async ({ number, what, data }: Asking) => {
    try {
      const method = methods[what];
      if (method === undefined) throw new Error(`Nobody here does ${what}`);
      reply({ number, answer: await method(data as never) });
    } catch (error) {
      reply({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
}
