/** Planned posts in order of time. */
export const runSheet = {
  title: "Run sheet",
  state: {
    planned: "planned",
    due: "due",
    live: "live",
    late: "late",
    missed: "not sent",
    cancelled: "cancelled",
  },
} as const;
