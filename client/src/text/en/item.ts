/** What an item is, how it stands, and what one does with it. */
export const item = {
  status: {
    waiting: "not taken",
    assigned: "taken",
    snoozed: "snoozed until {{time}}",
    "on-others": "waiting on others: {{on}}",
    answered: "answered",
    closed: "closed",
    dismissed: "no reply needed",
  },
  mark: {
    calm: "in time",
    soon: "soon",
    "at-risk": "at risk",
    overdue: "overdue",
  },
  reason: {
    "no-reply-needed": "No reply needed",
    spam: "Spam",
    duplicate: "Duplicate",
    hidden: "Hidden",
  },
  priority: {
    "0": "normal",
    "1": "raised",
    "2": "high",
    "3": "highest",
  },
  promised: "Answer promised by {{time}}",
  takenBy: "{{name}} has this",
  claimedMeanwhile: "taken by {{name}}",
  answeredMeanwhile: "answered",
  goneMeanwhile: "gone from the list",
  unseen: "not seen yet",
} as const;
