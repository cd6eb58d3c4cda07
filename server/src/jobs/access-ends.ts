import type { MemberTimer } from "./member-timer.ts";

/** The time until which somebody was given access has passed. */
export const accessEnds: MemberTimer = {
  type: "member.remove",
  isDue: ({ accessUntil, removedAt }, { now }) => removedAt === null && accessUntil != null && accessUntil <= now,
  idFor: ({ id, accessUntil }) => `access-ends:${id}:${accessUntil}`,
};
