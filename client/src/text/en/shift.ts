/** Who is at work, and how. */
export const shift = {
  start: "Start shift",
  end: "End shift",
  takeBreak: "Take a break",
  back: "I am back",
  role: {
    "community-manager": "community manager",
    "flow-manager": "flow manager",
    producer: "producer",
    "team-lead": "team lead",
    analyst: "analyst",
    administrator: "administrator",
    source: "source",
  },
} as const;
