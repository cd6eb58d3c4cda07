import type { myDesk as english } from "../en/my-desk.ts";
import type { Words } from "../words.ts";

export const myDesk: Words<typeof english> = {
  title: "Mit bord",
  empty: "Intet venter hos dig.",
  later: "Udsat",
};
