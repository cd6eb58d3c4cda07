/** Times that tick and lengths of time. */
export const time = {
  left: "{{time}} left",
  over: "{{time}} over",
  waits: "waits {{time}}",
  silent: "silent {{time}}",
  ago: "{{time}} ago",
  late: "{{time}} late",
  in: "in {{time}}",
  leavesIn: "leaves in {{time}}",
  nextDue: "next due {{time}}",
  perMinute: "{{number}}/min",
  now: "now",
  never: "never",
  own: "{{time}} where you are",
} as const;
