import { account } from "./nb/account.ts";
import { alarm } from "./nb/alarm.ts";
import { app } from "./nb/app.ts";
import { briefing } from "./nb/briefing.ts";
import { command } from "./nb/command.ts";
import { common } from "./nb/common.ts";
import { components } from "./nb/components.ts";
import { connection } from "./nb/connection.ts";
import { cover } from "./nb/cover.ts";
import { demonstration } from "./nb/demonstration.ts";
import { flow } from "./nb/flow.ts";
import { folding } from "./nb/folding.ts";
import { item } from "./nb/item.ts";
import { leaving } from "./nb/leaving.ts";
import { myDesk } from "./nb/my-desk.ts";
import { needs } from "./nb/needs.ts";
import { refusal } from "./nb/refusal.ts";
import { runSheet } from "./nb/run-sheet.ts";
import { shift } from "./nb/shift.ts";
import { time } from "./nb/time.ts";
import { volunteer } from "./nb/volunteer.ts";
import type { Catalogue } from "./words.ts";

/** Every word of the console in Norwegian (bokmål); one part for each screen or subject. */
export const nb: Catalogue = {
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
