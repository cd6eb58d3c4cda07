import { account } from "./da/account.ts";
import { alarm } from "./da/alarm.ts";
import { app } from "./da/app.ts";
import { briefing } from "./da/briefing.ts";
import { command } from "./da/command.ts";
import { common } from "./da/common.ts";
import { components } from "./da/components.ts";
import { connection } from "./da/connection.ts";
import { cover } from "./da/cover.ts";
import { demonstration } from "./da/demonstration.ts";
import { flow } from "./da/flow.ts";
import { folding } from "./da/folding.ts";
import { item } from "./da/item.ts";
import { leaving } from "./da/leaving.ts";
import { myDesk } from "./da/my-desk.ts";
import { needs } from "./da/needs.ts";
import { refusal } from "./da/refusal.ts";
import { runSheet } from "./da/run-sheet.ts";
import { shift } from "./da/shift.ts";
import { time } from "./da/time.ts";
import { volunteer } from "./da/volunteer.ts";
import type { Catalogue } from "./words.ts";

/** The words that the console begins with, in Danish; one part for each screen or subject. */
export const da: Catalogue = {
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
};
