import type { Need } from "@flowdesk/shared/desk/item/need.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { instant, second } from "@flowdesk/shared/time/instant.ts";

/** The channels of the sample desk. They are simulated: a reply leaves by itself after its grace, and reaches nobody. */
export const sampleChannels = [
  { channel: "instagram:Sommerfesten", name: "Sommerfesten" },
  { channel: "x:sommerfest27", name: "Sommerfesten" },
  { channel: "facebook:Sommerfesten", name: "Sommerfesten" },
  { channel: "tiktok:sommerfesten", name: "Sommerfesten" },
] as const;

/** Between one step of the sample and the next, so that all of it lies within the last quarter of an hour. */
const pace = 15 * second;

type Line = readonly [
  stepsAgo: number,
  platform: "instagram" | "x" | "facebook" | "tiktok",
  kind: IncomingMessage["kind"],
  handle: string,
  lang: "da" | "nb" | "en" | "sv",
  text: string,
];

const stage = "Kl. 21 tager Nattog scenen på Store Plads. Dørene ved indgang Øst åbner 20.30. #sommerfest27";
const picture = "Fem minutter til fyrværkeri. Hvor ser du det fra? #sommerfest27";

const lines: readonly Line[] = [
  [58, "instagram", "comment", "maja_k", "da", "Hvor er indgang Øst? Vi står ved vandet og kan kun se Vest 🙈"],
  [55, "x", "mention", "ole_brandt", "da", "@sommerfest27 er der plads i p-huset endnu, eller skal vi tage toget?"],
  [
    52,
    "facebook",
    "comment",
    "Kirsten Lund Madsen",
    "da",
    "Hvornår spiller de? Min mor på 82 vil med, og hun kan ikke stå så længe.",
  ],
  [
    50,
    "instagram",
    "dm",
    "sara.holm",
    "da",
    "Hej! Jeg har mistet min jakke ved bar 3 i går, sort med grøn for. Er den dukket op?",
  ],
  [47, "tiktok", "comment", "nattely", "nb", "er det lov å ta med egen vannflaske inn?"],
  [45, "x", "mention", "kimpaavei", "nb", "Køen ved nordporten står stille @sommerfest27. Vet dere hva som skjer?"],
  [43, "instagram", "comment", "bigfan_linnea", "sv", "Kommer ni till Malmö nästa år?? 🙏"],
  [
    41,
    "facebook",
    "dm",
    "Jens Peter Østergaard",
    "da",
    "Min søn er allergisk over for nødder. Hvilke boder kan vi spise ved?",
  ],
  [40, "x", "mention", "dagens_musik", "da", "Lyden på Store Plads er fantastisk i aften. Godt gået @sommerfest27"],
  [38, "instagram", "comment", "tilde__", "da", "Toiletterne ved scene 2 er løbet tør for papir igen…"],
  [36, "instagram", "comment", "anders.fyn", "da", "Toiletter?? Hvor er de nærmeste fra Store Plads"],
  [35, "instagram", "comment", "lotte_mus", "da", "hvor finder man et toilet uden kø 😅"],
  [33, "tiktok", "comment", "jomar05", "nb", "hva heter sangen de åpnet med??"],
  [31, "facebook", "comment", "Grethe Nygaard", "da", "Tak for en dejlig dag. I har styr på det."],
  [
    30,
    "x",
    "mention",
    "press_hanne",
    "da",
    "Hej @sommerfest27, jeg skriver for Dagens Kultur. Hvem kan jeg tale med om billetsalget i aften?",
  ],
  [
    27,
    "instagram",
    "dm",
    "frk.birk",
    "da",
    "Vores veninde har fået det dårligt ved indgang Vest. Hvor er førstehjælpen?",
  ],
  [26, "instagram", "dm", "frk.birk", "da", "Hun er ved bevidsthed men meget svimmel"],
  [24, "x", "mention", "viggo_v", "da", "#sommerfst27 er det bedste der er sket for den her by"],
  [22, "facebook", "comment", "Torben Kjær", "da", "240 kr for en burger og en fadøl. Det er jo til grin."],
  [20, "tiktok", "comment", "emmaogema", "nb", "Er det aldersgrense på kveldskonserten? Lillesøster er 15"],
  [
    18,
    "x",
    "mention",
    "tim_abroad",
    "en",
    "@sommerfest27 do you take foreign cards at the bars? Mine got declined twice.",
  ],
  [
    17,
    "instagram",
    "comment",
    "wheels_and_waves",
    "en",
    "Is there step-free access to the main stage, and where do I ask for the platform?",
  ],
  [15, "facebook", "dm", "Hanne og Bo", "da", "Er der hittegods? Vi har fundet et barns sutteklud ved karrusellen."],
  [13, "x", "mention", "krimi_kurt", "da", "Hører at der er aflyst på grund af vejret?? @sommerfest27"],
  [12, "x", "mention", "liv.berg", "nb", "Stemmer det at konserten er avlyst? Ser det flere steder @sommerfest27"],
  [10, "instagram", "comment", "sol_og_sommer", "da", "❤️❤️❤️"],
  [
    9,
    "instagram",
    "dm",
    "mor_til_tre",
    "da",
    "Vi kan ikke finde vores datter på 6. Rød jakke, sidst set ved pariserhjulet for 10 min siden. Hvad gør vi",
  ],
  [7, "facebook", "comment", "Pia Wulff", "da", "Kører der busser fra Store Plads efter midnat?"],
  [6, "tiktok", "comment", "bassmand", "da", "spiller de ekstranumre eller er det slut kl 23"],
  [4, "x", "mention", "ole_brandt", "da", "@sommerfest27 ok vi tog toget. Hvilken udgang på stationen?"],
  [3, "instagram", "comment", "maja_k", "da", "Fandt den! Tak alligevel 😊"],
  [1, "facebook", "comment", "Karsten B.", "da", "Hvad koster det at komme ind efter kl. 22?"],
];

/** A little of an evening at a festival, the last message a moment ago: something to do for whoever opens a new desk. */
export function sampleMessages(now: number): IncomingMessage[] {
  return lines.map(([stepsAgo, platform, kind, handle, lang, text], index) => {
    const channel =
      sampleChannels.find((one) => one.channel.startsWith(`${platform}:`))?.channel ?? `${platform}:sommerfesten`;
    return {
      externalId: `sample-${String(index + 1).padStart(3, "0")}`,
      channel,
      kind,
      author: { handle, ...(handle === "press_hanne" ? { followers: 48_200 } : {}) },
      text,
      lang,
      at: instant(now - stepsAgo * pace),
      ...(kind === "comment"
        ? { parent: { externalId: `${platform}-post-1`, text: platform === "tiktok" ? picture : stage } }
        : {}),
    };
  });
}

/** What some of the sample asks of us, as a person would have said by now: by the message's id. */
export const sampleNeeds: ReadonlyMap<string, Need> = new Map([
  ["sample-001", "practical"],
  ["sample-003", "practical"],
  ["sample-011", "practical"],
  ["sample-012", "practical"],
  ["sample-009", "watch"],
  ["sample-013", "watch"],
  ["sample-014", "watch"],
  ["sample-026", "watch"],
  ["sample-017", "urgent"],
  ["sample-027", "urgent"],
  ["sample-030", "practical"],
]);
