import type { runSheet as english } from "../en/run-sheet.ts";
import type { Words } from "../words.ts";

export const runSheet: Words<typeof english> = {
  title: "Kjøreplan",
  state: {
    planned: "planlagt",
    due: "nå",
    live: "ute",
    late: "forsinket",
    missed: "ikke sendt",
    cancelled: "avlyst",
  },
};
