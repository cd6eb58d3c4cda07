import { account } from "./en/account.ts";
import { alarm } from "./en/alarm.ts";
import { app } from "./en/app.ts";
import { briefing } from "./en/briefing.ts";
import { command } from "./en/command.ts";
import { common } from "./en/common.ts";
import { components } from "./en/components.ts";
import { connection } from "./en/connection.ts";
import { cover } from "./en/cover.ts";
import { demonstration } from "./en/demonstration.ts";
import { flow } from "./en/flow.ts";
import { folding } from "./en/folding.ts";
import { item } from "./en/item.ts";
import { leaving } from "./en/leaving.ts";
import { myDesk } from "./en/my-desk.ts";
import { needs } from "./en/needs.ts";
import { refusal } from "./en/refusal.ts";
import { runSheet } from "./en/run-sheet.ts";
import { shift } from "./en/shift.ts";
import { time } from "./en/time.ts";
import { volunteer } from "./en/volunteer.ts";

/** The words that the console begins with, in English; one part for each screen or subject. */
export const en = {
  account,
  alarm,
  app,
  briefing,
  command,
  common,
  components,
  connection,
  cover,
  demonstration,
  flow,
  folding,
  item,
  leaving,
  myDesk,
  needs,
  refusal,
  runSheet,
  shift,
  time,
  volunteer,
} as const;
