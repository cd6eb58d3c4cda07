import type { myDesk as english } from "../en/my-desk.ts";
import type { Words } from "../words.ts";

export const myDesk: Words<typeof english> = {
  title: "Mitt bord",
  empty: "Ingenting venter hos deg.",
  later: "Utsatt",
};
