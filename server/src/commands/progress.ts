import { SingleBar } from "cli-progress";

/** A progress bar on stderr, where that is a terminal; nothing elsewhere. */
export function terminalProgress(): { show(phase: string, done: number, total: number): void; end(): void } {
  if (!process.stderr.isTTY) return { show() {}, end() {} };
  const bar = new SingleBar({
    format: "{phase} {bar} {percentage} % · {value} of {total}",
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 30,
  });
  let phase: string | null = null;
  return {
    show(now, done, total) {
      if (phase === now) {
        bar.setTotal(total);
        bar.update(done, { phase: now });
        return;
      }
      if (phase !== null) bar.stop();
      phase = now;
      bar.start(total, done, { phase: now });
    },
    end() {
      if (phase !== null) bar.stop();
      phase = null;
    },
  };
}
