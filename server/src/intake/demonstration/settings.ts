import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import type { Template } from "@flowdesk/shared/desk/policy/policy.ts";
import { liveNeeds } from "@flowdesk/shared/need/presets.ts";
import { festival } from "../sources/simulator/scenarios/festival/festival.ts";

const template = (id: string, name: string, lang: string, text: string): Template => ({
  id: `${id}-${lang}`,
  name,
  lang,
  text,
});

const templates: readonly Template[] = [
  template(
    "entrances",
    "Indgange",
    "da",
    "Hej {name}. Indgang Øst ligger ved vandet, Vest ved stationen. Begge er åbne til kl. 23.",
  ),
  template(
    "entrances",
    "Indgange",
    "nb",
    "Hei {name}. Inngang Øst ligger ved vannet, Vest ved stasjonen. Begge er åpne til kl. 23.",
  ),
  template(
    "entrances",
    "Indgange",
    "en",
    "Hi {name}. Gate East is by the water, West is by the station. Both are open until 11 pm.",
  ),
  template("toilets", "Toiletter", "da", "Hej {name}. De nærmeste toiletter uden kø er lige nu bag Skovscenen."),
  template("toilets", "Toiletter", "nb", "Hei {name}. De nærmeste toalettene uten kø er akkurat nå bak Skovscenen."),
  template(
    "toilets",
    "Toiletter",
    "en",
    "Hi {name}. The nearest toilets without a queue are behind Skovscenen right now.",
  ),
  template(
    "first-aid",
    "Førstehjælp",
    "da",
    "Hej {name}. Førstehjælpen er i det hvide telt ved indgang Vest. Haster det, så ring 112 og sig, I står på festivalen.",
  ),
  template(
    "first-aid",
    "Førstehjælp",
    "nb",
    "Hei {name}. Førstehjelpen er i det hvite teltet ved inngang Vest. Haster det, ring 112 og si at dere er på festivalen.",
  ),
  template(
    "first-aid",
    "Førstehjælp",
    "en",
    "Hi {name}. First aid is in the white tent at Gate West. If it is urgent, call 112 and say that you are at the festival.",
  ),
  template(
    "looking",
    "Vi undersøger det",
    "da",
    "Hej {name}. Tak, fordi du skriver. Vi undersøger det og vender tilbage.",
  ),
  template(
    "looking",
    "Vi undersøger det",
    "nb",
    "Hei {name}. Takk for at du skriver. Vi undersøker det og kommer tilbake til deg.",
  ),
  template(
    "looking",
    "Vi undersøger det",
    "en",
    "Hi {name}. Thanks for writing. We are looking into it and will come back to you.",
  ),
];

/** What the demonstration's desk has decided for itself: an evening with an audience. */
export const demoSettings: ReadonlyArray<readonly [type: string, data: object]> = [
  [
    "policy.needs",
    {
      needs: [...liveNeeds.needs],
      authorLists: liveNeeds.authorLists.map((list) => ({ ...list, handles: [...list.handles, ...festival.press] })),
    },
  ],
  ["policy.targets", { targets: [...targetPresets.live] }],
  ["policy.tags", { tags: ["billetter", "mad", "transport", "toiletter", "hittegods", "presse", "tryghed", "lyd"] }],
  [
    "policy.hashtags",
    {
      hashtags: {
        rules: [
          { tag: "sommerfest27", standing: "required" },
          { tag: "natsang", standing: "canonical" },
          { tag: "gratisbilletter", standing: "banned", reason: "Vi har ingen; tagget bruges af svindlere." },
        ],
        requireInReplies: false,
      },
    },
  ],
  ["policy.templates", { templates }],
  // Somebody who has closed the demonstration's page comes back to it: nobody waits for them meanwhile.
  ["policy.closing", { closeAfterMs: 24 * 60 * 60_000 }],
];
