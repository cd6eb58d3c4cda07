import { z } from "zod";
import { instantSchema } from "../../time/instant.ts";
import { commandRule } from "../command.ts";
import { accept, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { roleSchema } from "../role.ts";
import { memberChannelsSchema } from "./member.ts";

/** How many items a new member is dealt at once. */
export const firstCapacity = 12;

/** Take a person or a program into the desk. */
export const add = commandRule({
  type: "member.add",
  data: z.object({
    member: idSchema,
    name: z.string().trim().min(1).max(120),
    user: z.string().max(128).nullable().optional(),
    program: z.boolean().optional(),
    roles: z.array(roleSchema).min(1).max(7),
    channels: memberChannelsSchema.optional(),
    languages: z.array(z.string().max(35)).max(20).optional(),
    capacity: z.int().min(0).max(999).optional(),
    /** When their access ends by itself. */
    until: instantSchema.optional(),
  }),
  touches: () => ({}),
  decide: (state, data, context) => {
    if (context.actor.kind === "member" && !permits(context.actor.member, "member.add")) {
      return refuse(reject("forbidden", "Your roles do not allow this."));
    }
    const old = state.members.get(data.member);
    if (old !== undefined && old.removedAt === null)
      return refuse(reject("nothing.to.do", "This member is here already."));
    if (data.until !== undefined && data.until <= context.now)
      return refuse(reject("time.past", "The end of the access has passed."));
    const program = data.program ?? false;
    return accept({
      type: "member.added",
      member: {
        id: data.member,
        name: data.name,
        user: data.user ?? null,
        program,
        roles: [...new Set(data.roles)],
        channels: data.channels ?? "all",
        languages: data.languages ?? [],
        capacity: data.capacity ?? firstCapacity,
        shift: program ? "on" : "off",
        shiftNote: null,
        shiftSince: null,
        ...(data.until === undefined ? {} : { accessUntil: data.until }),
        removedAt: null,
        version: (old?.version ?? 0) + 1,
      },
    });
  },
});
