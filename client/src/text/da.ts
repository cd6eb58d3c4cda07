import { account } from "./da/account.ts";
import { alarm } from "./da/alarm.ts";
import { app } from "./da/app.ts";
import { briefing } from "./da/briefing.ts";
import { bringIn } from "./da/bring-in.ts";
import { calendar } from "./da/calendar.ts";
import { command } from "./da/command.ts";
import { common } from "./da/common.ts";
import { components } from "./da/components.ts";
import { connection } from "./da/connection.ts";
import { cover } from "./da/cover.ts";
import { demonstration } from "./da/demonstration.ts";
import { flow } from "./da/flow.ts";
import { folding } from "./da/folding.ts";
import { hashtags } from "./da/hashtags.ts";
import { item } from "./da/item.ts";
import { leaving } from "./da/leaving.ts";
import { myDesk } from "./da/my-desk.ts";
import { needs } from "./da/needs.ts";
import { refusal } from "./da/refusal.ts";
import { review } from "./da/review.ts";
import { runSheet } from "./da/run-sheet.ts";
import { settings } from "./da/settings.ts";
import { shift } from "./da/shift.ts";
import { simulation } from "./da/simulation.ts";
import { time } from "./da/time.ts";
import { volunteer } from "./da/volunteer.ts";
import { wall } from "./da/wall.ts";
import type { Catalogue } from "./words.ts";

/** Every word of the console in Danish; one part for each screen or subject. */
export const da: Catalogue = {
  account,
  alarm,
  app,
  briefing,
  bringIn,
  calendar,
  command,
  common,
  components,
  connection,
  cover,
  demonstration,
  flow,
  folding,
  hashtags,
  item,
  leaving,
  myDesk,
  needs,
  refusal,
  review,
  runSheet,
  settings,
  shift,
  simulation,
  time,
  wall,
  volunteer,
};
