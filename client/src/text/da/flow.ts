import type { flow as english } from "../en/flow.ts";
import type { Words } from "../words.ts";

export const flow: Words<typeof english> = {
  queue: "Kø",
  queueHint: "Ikke taget, det mest presserende først",
  onShift: "På vagt",
  nextHour: "Køreplan: nu og den næste time",
  unseenUrgent: "hastende, ikke set",
  practicalLate: "praktisk over 15 min",
  open: "åbne",
  notTaken: "ikke taget",
  overdue: "over tid",
  promises: "lovede svar",
  notCovered: "IKKE BEMANDET",
  emptyQueue: "Køen er tom.",
};
