import type { Act } from "../../scenario.ts";

/** The acts of the evening, on four stages. All of them are made up. */
export const programme: readonly Act[] = [
  { id: "lille-torden", name: "Lille Torden", stage: "Teltet", at: 12, lasts: 35, draw: 1.7 },
  { id: "havregroed", name: "Havregrød", stage: "Havnescenen", at: 32, lasts: 38, draw: 1.7 },
  { id: "nordlys-express", name: "Nordlys Express", stage: "Teltet", at: 55, lasts: 40, draw: 2 },
  { id: "dj-farmor", name: "DJ Farmor", stage: "Skovscenen", at: 74, lasts: 40, draw: 1.6 },
  { id: "signe-stormvarslet", name: "Signe & Stormvarslet", stage: "Store Plads", at: 88, lasts: 45, draw: 2.6 },
  { id: "broedrene-brus", name: "Brødrene Brus", stage: "Havnescenen", at: 108, lasts: 32, draw: 1.6 },
  { id: "kong-kulde", name: "Kong Kulde", stage: "Teltet", at: 122, lasts: 30, draw: 1.8 },
  { id: "nattog", name: "Nattog", stage: "Store Plads", at: 150, lasts: 48, draw: 4.4 },
  { id: "fyrvaerkeri", name: "fyrværkeriet", stage: "Store Plads", at: 200, lasts: 8, draw: 3.2, performs: false },
];
