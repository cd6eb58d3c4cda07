import type { item as english } from "../en/item.ts";
import type { Words } from "../words.ts";

export const item: Words<typeof english> = {
  status: {
    waiting: "ikke tatt",
    assigned: "tatt",
    snoozed: "utsatt til {{time}}",
    "on-others": "venter på andre: {{on}}",
    answered: "besvart",
    closed: "avsluttet",
    dismissed: "trenger ikke svar",
  },
  mark: {
    calm: "i god tid",
    soon: "snart",
    "at-risk": "snart for sent",
    overdue: "over fristen",
  },
  reason: {
    "no-reply-needed": "Trenger ikke svar",
    spam: "Søppel",
    duplicate: "Duplikat",
    hidden: "Skjult",
  },
  priority: {
    "0": "normal",
    "1": "hevet",
    "2": "høy",
    "3": "høyest",
  },
  promised: "Lovet svar innen {{time}}",
  takenBy: "{{name}} har den",
  claimedMeanwhile: "tatt av {{name}}",
  answeredMeanwhile: "besvart",
  goneMeanwhile: "ute av listen",
  unseen: "ikke sett ennå",
};
