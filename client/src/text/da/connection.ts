import type { connection as english } from "../en/connection.ts";
import type { Words } from "../words.ts";

export const connection: Words<typeof english> = {
  openingCount: "Henter desken: {{loaded}} af {{of}}",
  reloadNeeded: "Serveren har en nyere Flowdesk. Genindlæs siden for at fortsætte.",
  reload: "Genindlæs",
  failed: "Desken kunne ikke hentes.",
  connectNow: "Forbind nu",
};
