import type { account as english } from "../en/account.ts";
import type { Words } from "../words.ts";

export const account: Words<typeof english> = {
  signIn: "Logg inn",
  email: "E-postadresse",
  password: "Passord",
  name: "Navnet ditt",
  signedOut: "Du er logget ut. Logg inn igjen for å fortsette; det du hadde skrevet, er lagret på denne skjermen.",
  chooseDesk: "Velg en desk",
  noDesk: "Du er ikke med i en desk ennå. Be en administrator om en invitasjon.",
  invited: "Du er invitert til {{desk}}",
  accept: "Bli med",
  createAccount: "Opprett en konto og bli med",
  enter: "Gå inn",
  removed: "Du er ikke lenger med i denne desken.",
  gone: "Denne desken finnes ikke lenger.",
};
