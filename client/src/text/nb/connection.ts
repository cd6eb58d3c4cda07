import type { connection as english } from "../en/connection.ts";
import type { Words } from "../words.ts";

export const connection: Words<typeof english> = {
  openingCount: "Henter desken: {{loaded}} av {{of}}",
  reloadNeeded: "Serveren har en nyere Flowdesk. Last siden på nytt for å fortsette.",
  reload: "Last på nytt",
  failed: "Desken kunne ikke hentes.",
  connectNow: "Koble til nå",
};
