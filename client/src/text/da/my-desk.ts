import type { myDesk as english } from "../en/my-desk.ts";
import type { Words } from "../words.ts";

export const myDesk: Words<typeof english> = {
  title: "Min desk",
  empty: "Intet venter hos dig.",
  emptyHint: "Køen er også tom. Det, du får, står her.",
  queueHint_one: "{{shown}} venter i køen.",
  queueHint_other: "{{shown}} venter i køen.",
  takeNext: "Tag den næste",
  next: "Næste",
  later: "Udsat",
  laterCount_one: "{{count}} udsat",
  laterCount_other: "{{count}} udsat",
  nothingOpen: "Intet er åbent.",
  nothingOpenHint: "Tryk . for den næste, eller J og Enter for en i listen.",
  resting: "Du er ikke på vagt.",
  restingHint: "Du får intet, før du er tilbage.",
  shiftLabel: "Min vagt",
  shiftHint: {
    on: "Du kan få henvendelser.",
    "tied-up": "Du får ikke mere; det, du har, bliver hos dig.",
    break: "Du holder pause. Det, der ventede hos dig, er gået til andre.",
    away: "Du er væk. Det, der ventede hos dig, er gået til andre.",
    off: "Du er ikke på vagt.",
  },
};
