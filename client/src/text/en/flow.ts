/** The flow manager’s screen. */
export const flow = {
  queue: "Queue",
  queueHint: "Not taken, most urgent first",
  onShift: "On shift",
  nextHour: "Run sheet: now and the next hour",
  unseenUrgent: "unseen urgent",
  practicalLate: "practical over 15 min",
  open: "open",
  notTaken: "not taken",
  overdue: "overdue",
  promises: "promises",
  notCovered: "NOT COVERED",
  emptyQueue: "The queue is empty.",
} as const;
