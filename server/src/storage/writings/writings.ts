import type { Source } from "../queries/reading.ts";
import { archiveThreads } from "./archive-threads.ts";
import { cutLog } from "./cut-log.ts";
import { eraseRows } from "./erase-rows.ts";
import { leaveLog } from "./leave-log.ts";
import { renewLog } from "./renew-log.ts";

/** A writing, which gives how many rows it was. */
type Writing = (source: Source, ordered: never) => Promise<number>;

/** What is written under a desk's lock besides its batches, by its name, as the thread that writes is asked for it. */
export const writings = { eraseRows, cutLog, archiveThreads, renewLog, leaveLog } as const satisfies {
  readonly [name: string]: Writing;
};

type Writings = typeof writings;
export type WritingName = keyof Writings;
export type Ordered<Name extends WritingName> = Parameters<Writings[Name]>[1];
