import { cpus, loadavg, totalmem } from "node:os";

/** The machine that the figures hold for, and how busy it was with other things. */
export interface Machine {
  readonly node: string;
  readonly cores: number;
  readonly cpu: string;
  /** In GB. */
  readonly memory: number;
  /** Runnable processes over the last minute, before the run began. */
  readonly load: number;
}

export function machine(): Machine {
  const all = cpus();
  return {
    node: process.version,
    cores: all.length,
    cpu: all[0]?.model.trim() ?? "unknown",
    memory: Math.round(totalmem() / 1024 ** 3),
    load: loadavg()[0] ?? 0,
  };
}

/** The machine in words. */
export function sentenceOf({ cpu, cores, memory, node, load }: Machine): string {
  return `${cpu}, ${cores} cores, ${memory} GB, Node ${node}, load ${load.toFixed(1)} before; load made on the same machine.`;
}
