import type { shift as english } from "../en/shift.ts";
import type { Words } from "../words.ts";

export const shift: Words<typeof english> = {
  start: "Start vagt",
  end: "Afslut vagt",
  takeBreak: "Hold pause",
  back: "Jeg er tilbage",
  role: {
    "community-manager": "community manager",
    "flow-manager": "flowmanager",
    producer: "producer",
    "team-lead": "teamleder",
    analyst: "analytiker",
    administrator: "administrator",
    source: "kilde",
  },
};
