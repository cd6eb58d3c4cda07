import { eraseRows } from "./erase-rows.ts";

/** What is written under a desk's lock besides its batches, by its name, as the thread that writes is asked for it. */
export const writings = { eraseRows } as const;

type Writings = typeof writings;
export type WritingName = keyof Writings;
export type Ordered<Name extends WritingName> = Parameters<Writings[Name]>[1];
