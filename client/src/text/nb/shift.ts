import type { shift as english } from "../en/shift.ts";
import type { Words } from "../words.ts";

export const shift: Words<typeof english> = {
  start: "Start vakt",
  end: "Avslutt vakt",
  takeBreak: "Ta pause",
  back: "Jeg er tilbake",
  role: {
    "community-manager": "community manager",
    "flow-manager": "vaktsjef SoMe",
    producer: "produsent",
    "team-lead": "teamleder",
    analyst: "analytiker",
    administrator: "administrator",
    source: "kilde",
  },
};
