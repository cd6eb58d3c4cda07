import { z } from "zod";
import { overlapIn } from "../../clock/calendar-flaw.ts";
import { weeklySpanSchema } from "../../clock/opening-hours.ts";
import { memberCommand } from "./member-command.ts";

/** When a member is expected in the week, on the desk's clock, without overlaps. */
const memberHoursSchema = z
  .array(weeklySpanSchema)
  .max(50)
  .refine((hours) => overlapIn(hours) === null, "Two of the times overlap.");

/** Say when a member is expected in the week. An empty list: it is not said. */
export const setHours = memberCommand("member.hours", {
  data: { hours: memberHoursSchema },
  change: "member.hours.set",
  decide: (_member, { hours }) => ({ hours }),
});
