import type { myDesk as english } from "../en/my-desk.ts";
import type { Words } from "../words.ts";

export const myDesk: Words<typeof english> = {
  title: "Min desk",
  empty: "Ingenting venter hos deg.",
  emptyHint: "Køen er også tom. Det du får, står her.",
  queueHint_one: "{{shown}} venter i køen.",
  queueHint_other: "{{shown}} venter i køen.",
  takeNext: "Ta den neste",
  next: "Neste",
  later: "Utsatt",
  laterCount_one: "{{count}} utsatt",
  laterCount_other: "{{count}} utsatt",
  nothingOpen: "Ingenting er åpent.",
  nothingOpenHint: "Trykk . for den neste, eller J og Enter for en i listen.",
  resting: "Du er ikke på vakt.",
  restingHint: "Du får ingenting før du er tilbake.",
  shiftLabel: "Min vakt",
  shiftHint: {
    on: "Du kan få henvendelser.",
    "tied-up": "Du får ikke mer; det du har, blir hos deg.",
    break: "Du har pause. Det som ventet hos deg, har gått til andre.",
    away: "Du er borte. Det som ventet hos deg, har gått til andre.",
    off: "Du er ikke på vakt.",
  },
};
