import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Voice } from "./scenario.ts";
import type { ScriptArrival } from "./script-event.ts";

/** What a colleague goes by when they see to an item. */
export type Known = Pick<ScriptArrival, "ref" | "at" | "text" | "voice" | "intent" | "answer">;

const answers: Readonly<Record<Voice, (name: string) => string>> = {
  da: (name) => `Hej ${name}. Tak, fordi du skriver. Det ser vi på nu og vender tilbage til dig.`,
  nb: (name) => `Hei ${name}. Takk for at du skriver. Dette ser vi på nå og kommer tilbake til deg.`,
  sv: (name) => `Hej ${name}. Tack för att du skriver. Vi tittar på det nu och återkommer till dig.`,
  en: (name) => `Hi ${name}. Thanks for writing. We are looking into it now and will come back to you.`,
};

/**
 * What a colleague goes by where the script says nothing of a simulated item: it was left over by another evening, or was
 * put there beside the script. @param at ms of the script
 */
export function leftOver(item: Pick<Item, "author" | "lang" | "preview">, at: number): Known {
  const { author, lang, preview } = item;
  const voice = lang !== null && Object.hasOwn(answers, lang) ? (lang as Voice) : "en";
  const [name = author.handle] = (author.name ?? author.handle).split(" ");
  return { ref: -1, at, text: preview, voice, intent: "question", answer: answers[voice](name) };
}
