import type { simulation as english } from "../en/simulation.ts";
import type { Words } from "../words.ts";

export const simulation: Words<typeof english> = {
  hint: "En skrevet aften kommer ind på jeres kanaler, som var den rigtig: til at øve sig på eller se sig omkring med. Samme startnummer giver samme aften.",
  warning:
    "Det fylder desken med simulerede henvendelser, og de bliver der. Brug helst en desk, der er lavet til øvelse.",
  safe: "Intet går ud af huset af sig selv. Kopiér ikke svar på simulerede henvendelser ud i hånden.",
  confirm: "Ja, fyld denne desk med simulerede henvendelser",
  scenario: "Aften",
  from: "Fra (aftenens eget ur)",
  fromHint: "Den går fra {{begins}} til {{ends}}.",
  fromWrong: "Skriv et klokkeslæt som {{begins}}.",
  seed: "Startnummer",
  seedWrong: "Et helt tal, 0 eller mere.",
  speed: "Tempo",
  times: "{{times}} ×",
  team: "Tre simulerede kolleger møder på vagt og svarer",
  start: "Spil",
  pause: "Sæt på pause",
  resume: "Fortsæt",
  stop: "Stop",
  state: {
    preparing: "Gøres klar",
    playing: "I gang",
    paused: "På pause",
    ended: "Spillet til ende",
    stopped: "Stoppet",
    failed: "Gik i stå",
  },
  counts: "{{clock}} · {{done}} af {{all}} beskeder",
  details: "Startnummer {{seed}}, {{times}} ×",
  withTeam: "med simulerede kolleger",
  before: "Den seneste aften",
};
