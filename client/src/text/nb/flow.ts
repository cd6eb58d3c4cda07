import type { flow as english } from "../en/flow.ts";
import type { Words } from "../words.ts";

export const flow: Words<typeof english> = {
  queue: "Kø",
  queueHint: "Ikke tatt, det mest presserende først",
  onShift: "På vakt",
  nextHour: "Kjøreplan: nå og den neste timen",
  unseenUrgent: "hastende, ikke sett",
  practicalLate: "praktisk over 15 min",
  open: "åpne",
  notTaken: "ikke tatt",
  overdue: "over fristen",
  promises: "lovede svar",
  notCovered: "IKKE BEMANNET",
  emptyQueue: "Køen er tom.",
};
