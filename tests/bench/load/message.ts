import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";

const channels = ["x:festival", "instagram:festival", "facebook:Festival", "threads:festival", "bluesky:festival.test"];
const texts = [
  "Hvor er indgangen til den nye scene, og hvornår åbner den i aften? Vi står ved den gamle bro",
  "@festival my wristband does not work at the gate, the queue is long and nobody can tell us what to do 😬",
  "Er det muligt at komme ind med en vandflaske på 1,5 liter, eller skal den være tom? #festival",
  "Vi har mistet kontakten til to venner ved camping øst, hvor kan vi henvende oss?",
  "Best set I have seen in ten years, thank you! 🎉 #festival #tusindtak",
  "Når går den siste bussen tilbake til byen, og hvor stopper den? Appen viser ingenting",
];

/**
 * The message of that number, as a program would bring it in: a new item. `sent`, of the machine's clock in ms, stands
 * in its id, so that whoever sees it knows how old it is.
 */
export function message(run: string, number: number, sent: number, at: string): IncomingMessage {
  return {
    externalId: `${run}-${number}-${sent.toFixed(3)}`,
    channel: channels[number % channels.length] ?? "x:festival",
    kind: number % 7 === 3 ? "comment" : "mention",
    author: {
      handle: `visitor${(number * 7919) % 50_000}`,
      name: `Visitor ${number % 997}`,
      followers: number % 5_000,
    },
    text: `${texts[number % texts.length]} (${number})`,
    at,
    lang: number % 6 === 5 ? "nb" : number % 3 === 1 ? "en" : "da",
    url: `https://social.example/festival/${run}/${number}`,
  };
}

/** When the message of that id was sent, by the machine's clock in ms. */
export function sentOf(externalId: string): number {
  return Number(externalId.slice(externalId.lastIndexOf("-") + 1));
}
