import type { item as english } from "../en/item.ts";
import type { Words } from "../words.ts";

export const item: Words<typeof english> = {
  status: {
    waiting: "ikke taget",
    assigned: "taget",
    snoozed: "udsat til {{time}}",
    "on-others": "afventer andre: {{on}}",
    answered: "besvaret",
    closed: "afsluttet",
    dismissed: "kræver ikke svar",
  },
  mark: {
    calm: "i god tid",
    soon: "snart",
    "at-risk": "snart for sent",
    overdue: "over tid",
  },
  reason: {
    "no-reply-needed": "Kræver ikke svar",
    spam: "Spam",
    duplicate: "Dublet",
    hidden: "Skjult",
  },
  priority: {
    "0": "normal",
    "1": "hævet",
    "2": "høj",
    "3": "højest",
  },
  promised: "Lovet svar senest {{time}}",
  takenBy: "{{name}} har den",
  claimedMeanwhile: "taget af {{name}}",
  answeredMeanwhile: "besvaret",
  goneMeanwhile: "ude af listen",
  unseen: "ikke set endnu",
};
