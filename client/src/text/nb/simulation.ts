import type { simulation as english } from "../en/simulation.ts";
import type { Words } from "../words.ts";

export const simulation: Words<typeof english> = {
  hint: "En skrevet kveld kommer inn på kanalene deres som om den var ekte: til øving, eller for å se seg om. Samme startnummer gir samme kveld.",
  warning: "Dette fyller desken med simulerte henvendelser, og de blir der. Bruk helst en desk som er laget for øving.",
  safe: "Ingenting går ut av huset av seg selv. Ikke kopier svar på simulerte henvendelser ut for hånd.",
  confirm: "Ja, fyll denne desken med simulerte henvendelser",
  scenario: "Kveld",
  from: "Fra (kveldens egen klokke)",
  fromHint: "Den går fra {{begins}} til {{ends}}.",
  fromWrong: "Skriv et klokkeslett som {{begins}}.",
  seed: "Startnummer",
  seedWrong: "Et helt tall, 0 eller mer.",
  speed: "Tempo",
  times: "{{times}} ×",
  team: "Tre simulerte kolleger kommer på vakt og svarer",
  start: "Spill",
  pause: "Sett på pause",
  resume: "Fortsett",
  stop: "Stopp",
  state: {
    preparing: "Gjøres klar",
    playing: "I gang",
    paused: "På pause",
    ended: "Spilt til ende",
    stopped: "Stoppet",
    failed: "Stoppet opp",
  },
  counts: "{{clock}} · {{done}} av {{all}} meldinger",
  details: "Startnummer {{seed}}, {{times}} ×",
  withTeam: "med simulerte kolleger",
  before: "Den siste kvelden",
};
