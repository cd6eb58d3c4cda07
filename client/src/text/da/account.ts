import type { account as english } from "../en/account.ts";
import type { Words } from "../words.ts";

export const account: Words<typeof english> = {
  signIn: "Log ind",
  email: "E-mailadresse",
  password: "Adgangskode",
  name: "Dit navn",
  signedOut: "Du er blevet logget ud. Log ind igen for at fortsætte; det, du havde skrevet, er gemt på denne skærm.",
  chooseDesk: "Vælg en desk",
  noDesk: "Du er ikke med i en desk endnu. Bed en administrator om en invitation.",
  invited: "Du er inviteret til {{desk}}",
  accept: "Vær med",
  createAccount: "Opret en konto og vær med",
  enter: "Gå ind",
  removed: "Du er ikke længere med i denne desk.",
  gone: "Denne desk findes ikke længere.",
};
