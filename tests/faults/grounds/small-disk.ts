import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder, on a small disk of its own where this machine lets one be mounted. */
export interface SmallDisk {
  readonly path: string;
  /** Takes all the room that is left; null where it is no disk of its own. Call what it gives to make room again. */
  readonly fill: (() => () => void) | null;
  remove(): void;
}

/** Mounts a disk in memory of so many MB, which takes root on Linux. */
export function smallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), "flowdesk-faults-"));
  const options = `size=${megabytes}m,mode=755`;
  const isMounted =
    process.platform === "linux" &&
    process.getuid?.() === 0 &&
    spawnSync("mount", ["-t", "tmpfs", "-o", options, "flowdesk-faults", path]).status === 0;
  return {
    path,
    fill: isMounted ? () => fill(join(path, "ballast")) : null,
    remove: () => {
      if (isMounted) spawnSync("umount", ["--lazy", path]);
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function fill(ballast: string): () => void {
  const file = openSync(ballast, "w");
  for (let size = 4 * 1024 * 1024; size >= 4_096; ) {
    try {
      if (writeSync(file, Buffer.alloc(size)) < size) size /= 2;
    } catch {
      size /= 2;
    }
  }
  closeSync(file);
  return () => rmSync(ballast, { force: true });
}
