import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** What a probed process says of itself since it was last asked. */
export interface Probed {
  /** Memory held now and at most, in MB. */
  readonly rss: number;
  readonly peakRss: number;
  readonly heap: number;
  /** Of `rss` what are pages of files, the program's own above all; null where the system does not tell. */
  readonly files: number | null;
  /** CPU of all its threads, and of its main thread, in ms. */
  readonly cpu: number;
  readonly mainCpu: number;
  /** Longest that the event loop was held up, and the 99th percentile, in ms. */
  readonly longestStall: number;
  readonly stallP99: number;
}

const megabyte = 1024 * 1024;
/** The delay is sampled so often, in ms; each sample counts from when it was due. */
const resolution = 1;

/** In MB, as Linux tells it. */
function filePages(): number | null {
  if (process.platform !== "linux") return null;
  const kilobytes = /^RssFile:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** Begins to measure this process from within. `look` tells what it took since `forget`, or since it began. */
export function watched(): { look(): Probed; forget(): void } {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let cpu = process.cpuUsage();
  let mainCpu = process.threadCpuUsage();
  return {
    look: () => {
      const { rss, heapUsed } = process.memoryUsage();
      const spent = process.cpuUsage(cpu);
      const spentHere = process.threadCpuUsage(mainCpu);
      return {
        rss: rss / megabyte,
        peakRss: process.resourceUsage().maxRSS / 1024,
        heap: heapUsed / megabyte,
        files: filePages(),
        cpu: (spent.user + spent.system) / 1000,
        mainCpu: (spentHere.user + spentHere.system) / 1000,
        longestStall: Math.max(0, delay.max / 1e6 - resolution),
        stallP99: Math.max(0, delay.percentile(99) / 1e6 - resolution),
      };
    },
    forget: () => {
      delay.reset();
      cpu = process.cpuUsage();
      mainCpu = process.threadCpuUsage();
    },
  };
}
