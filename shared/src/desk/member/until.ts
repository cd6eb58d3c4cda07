import { instantSchema } from "../../time/instant.ts";
import { reject } from "../rejection.ts";
import { memberCommand } from "./member-command.ts";
import { isLastAdministrator } from "./set.ts";

/** Set when a member's access ends by itself; null: it does not. */
export const setUntil = memberCommand("member.until", {
  data: { until: instantSchema.nullable() },
  change: "member.until.set",
  decide: (member, { until }, context, state) => {
    if (until !== null && until <= context.now)
      return reject("time.past", "That time has passed. To end their access now, remove them.");
    if (until !== null && !member.program && isLastAdministrator(state, member)) {
      return reject(
        "member.last.administrator",
        `${member.name} is the desk's only administrator; make another one first.`,
      );
    }
    return { accessUntil: until };
  },
});
