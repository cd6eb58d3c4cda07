import { cancel, restore } from "./cancel.ts";
import { give } from "./give.ts";
import { live } from "./live.ts";
import { move } from "./move.ts";
import { note } from "./note.ts";
import { plan } from "./plan.ts";
import { reword } from "./reword.ts";
import { fallDue, markLate, miss } from "./timers.ts";
import { title } from "./title.ts";
import { addVariant, dropVariant } from "./variant.ts";

/** The commands on planned posts. */
export const postCommands = [
  plan,
  move,
  give,
  reword,
  note,
  title,
  addVariant,
  dropVariant,
  live,
  cancel,
  restore,
  fallDue,
  markLate,
  miss,
] as const;
