import type { command as english } from "../en/command.ts";
import type { Words } from "../words.ts";

export const command: Words<typeof english> = {
  "item-claim": "Jeg tar den",
  "item-assign": "Gi til",
  "items-deal": "Fordel",
  "item-release": "Legg tilbake",
  "item-reply": "Send svar",
  "item-reply-undo": "Angre svaret",
  "item-sent": "Sendt",
  "item-note": "Skriv et notat",
  "item-tag": "Sett merke",
  "item-untag": "Fjern merke",
  "item-need": "Sett behov",
  "item-snooze": "Utsett",
  "item-passOn": "Send videre",
  "item-dismiss": "Trenger ikke svar",
  "item-close": "Avslutt",
  "item-reopen": "Gjenåpne",
  "item-prioritise": "Hev",
  "member-shift": "Vakt",
  undo: "Angre",
  next: "Neste",
  undone: "Angret: {{what}}",
  nothingToUndo: "Det er ingenting å angre.",
  partly_one: "{{count}} ble ikke gjort. {{sentence}}",
  partly_other: "{{count}} ble ikke gjort. {{sentence}}",
};
