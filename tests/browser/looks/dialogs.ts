import { byKeys, byName, dialog, type Look } from "./look.ts";

const inFlow = { path: "flow", ready: "Where is gate 3?" } as const;
const inMyDesk = { path: "my-desk", ready: "Taken by Karen" } as const;

/** Everything that is asked or told over a screen. */
export const dialogLooks: readonly Look[] = [
  { name: "all that one can do", ...inFlow, act: byKeys("j", "Control+k") },
  { name: "the question to whom", ...inFlow, act: byKeys("j", "a") },
  { name: "the question how many to deal", ...inFlow, act: byKeys("d") },
  { name: "the question which tag", ...inFlow, act: byKeys("j", "t") },
  { name: "the question until when", ...inFlow, act: byKeys("j", "s") },
  { name: "the question why not", ...inFlow, act: byKeys("j", "Shift+Z") },
  { name: "the question to whom outside", ...inFlow, act: byKeys("j", "o") },
  { name: "the keys", ...inFlow, act: byKeys("?") },
  { name: "who covers which channels", ...inFlow, act: byKeys("Shift+C") },
  {
    name: "a channel being given to somebody",
    ...inFlow,
    act: async (page) => {
      await byKeys("Shift+C")(page);
      await dialog(page).getByRole("button", { name: "Give Fest on X to somebody" }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "the briefing, with a message, a hand-over and who has read it",
    ...inFlow,
    act: async (page) => {
      await byKeys("g", "b")(page);
      await dialog(page).getByText("Jonas went off shift").waitFor();
    },
  },
  { name: "tonight's briefing being written", ...inFlow, act: byName("Write tonight’s briefing") },
  { name: "a message to everybody being written", ...inFlow, act: byName("Message to everybody") },
  { name: "with what one is tied up", ...inMyDesk, act: byName("Tied up") },
  { name: "to whom goes what one has", ...inMyDesk, act: byName("Take a break") },
  { name: "the end of a shift", ...inMyDesk, act: byName("End shift") },
  {
    name: "a volunteer being let in",
    ...inFlow,
    act: async (page) => {
      await byName("Add a volunteer")(page);
      await dialog(page).getByLabel("At", { exact: true }).fill("4");
    },
  },
  {
    name: "the code by which a volunteer comes in",
    ...inFlow,
    act: async (page) => {
      await byName("Add a volunteer")(page);
      await dialog(page).getByRole("button", { name: "Make the code" }).click();
      await dialog(page).getByRole("img", { name: "QR code with the invitation link" }).waitFor();
    },
  },
  {
    name: "one's own menu",
    ...inFlow,
    act: async (page) => {
      await page.getByRole("button", { name: /: shift, appearance, language$/u }).click();
      await page.getByRole("menu").waitFor();
    },
  },
];
