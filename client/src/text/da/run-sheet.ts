import type { runSheet as english } from "../en/run-sheet.ts";
import type { Words } from "../words.ts";

export const runSheet: Words<typeof english> = {
  title: "Køreplan",
  state: {
    planned: "planlagt",
    due: "nu",
    live: "ude",
    late: "forsinket",
    missed: "ikke sendt",
    cancelled: "aflyst",
  },
};
