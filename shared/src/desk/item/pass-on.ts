import { z } from "zod";
import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Hand the matter to somebody outside the desk, as in *the first-aid post*. The wait goes on. */
export const passOn = itemCommand("item.passOn", {
  data: { on: z.string().trim().min(1).max(200) },
  decide: (item, { on }) =>
    item.status === "on-others" && item.passedOn === on
      ? reject("nothing.to.do", "It waits on them already.")
      : alter("item.passedOn", item, { status: "on-others", passedOn: on, snoozedUntil: null }),
});
