import type { command as english } from "../en/command.ts";
import type { Words } from "../words.ts";

export const command: Words<typeof english> = {
  "item-claim": "Jeg tager den",
  "item-assign": "Giv til",
  "items-deal": "Fordel",
  "item-release": "Læg tilbage",
  "item-reply": "Send svar",
  "item-reply-undo": "Fortryd svaret",
  "item-sent": "Sendt",
  "item-note": "Skriv en note",
  "item-tag": "Sæt mærke",
  "item-untag": "Fjern mærke",
  "item-need": "Sæt behov",
  "item-snooze": "Udsæt",
  "item-passOn": "Send videre",
  "item-dismiss": "Kræver ikke svar",
  "item-close": "Afslut",
  "item-reopen": "Genåbn",
  "item-prioritise": "Hæv",
  "member-shift": "Vagt",
  undo: "Fortryd",
  next: "Næste",
  undone: "Fortrudt: {{what}}",
  nothingToUndo: "Der er intet at fortryde.",
  partly_one: "{{count}} blev ikke gjort. {{sentence}}",
  partly_other: "{{count}} blev ikke gjort. {{sentence}}",
};
