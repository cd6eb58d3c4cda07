import { arrivals } from "./arrivals.ts";
import { authorInPolicy, authorRows, authorTraces } from "./author-traces.ts";
import { batch } from "./batch.ts";
import { changes } from "./changes.ts";
import { due, nextDue } from "./due.ts";
import { erasedSince } from "./erased-since.ts";
import { firstMessages } from "./first-messages.ts";
import { desks, head, heads } from "./heads.ts";
import { isSetBack } from "./is-set-back.ts";
import { item, itemsOfAuthor } from "./items.ts";
import { openWork, snapshotLines } from "./open-work.ts";
import type { Reading } from "./reading.ts";
import { report } from "./report-responses.ts";
import { itemsBehind, responseFields, responsesBehind } from "./report-rows.ts";
import { runFigures } from "./run-figures.ts";
import { shiftWork } from "./shift-work.ts";
import { wall } from "./wall.ts";

/** Every reading by its name, as the threads that read are asked for it. A new one needs its line here and no more. */
export const readings = {
  desks,
  head,
  heads,
  isSetBack,
  batch,
  changes,
  item,
  itemsOfAuthor,
  arrivals,
  due,
  nextDue,
  openWork,
  snapshotLines,
  runFigures,
  shiftWork,
  wall,
  report,
  responseFields,
  responsesBehind,
  itemsBehind,
  firstMessages,
  authorTraces,
  authorRows,
  authorInPolicy,
  erasedSince,
} as const satisfies { readonly [name: string]: Reading<never, unknown> };

type Readings = typeof readings;
export type ReadingName = keyof Readings;
export type Asked<Name extends ReadingName> = Parameters<Readings[Name]>[1];
export type Answered<Name extends ReadingName> = Awaited<ReturnType<Readings[Name]>>;

/** Whatever answers readings. */
export interface Reader {
  read<Name extends ReadingName>(name: Name, asked: Asked<Name>): Promise<Answered<Name>>;
}
