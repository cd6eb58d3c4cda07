import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { type Instant, millis } from "@flowdesk/shared/time/instant.ts";
import type { DeskService } from "../desk/desk-service.ts";
import type { Store } from "../desk/store.ts";
import { bringIn } from "./bring-in.ts";
import { sampleChannels, sampleMessages, sampleNeeds } from "./sample.ts";

/** The desk that an empty data folder begins with. */
export const firstDesk = { id: "sommerfesten", name: "Sommerfesten", zone: "Europe/Copenhagen" } as const;

/**
 * Makes the first desk of an empty data folder, with simulated channels and a few messages of the last hour. Mentions are
 * watched there and dms and comments answered within the live targets, as on an evening with an audience.
 */
export async function beginFirstDesk(store: Store, service: DeskService, now: Instant): Promise<void> {
  const made = await store.createDesk({ ...firstDesk, policy: firstPolicy }, now);
  if (!made) return;
  const actor = { kind: "system", id: "sample" } as const;
  const setUp: ReadonlyArray<readonly [type: string, data: object]> = [
    ...sampleChannels.map(({ channel, name }) => ["channel.add", { channel, name, connection: "simulated" }] as const),
    ["policy.targets", { targets: [...targetPresets.live] }],
    ["policy.tags", { tags: ["billetter", "mad", "transport", "toiletter", "hittegods", "presse", "tryghed"] }],
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
    [
      "policy.templates",
      {
        templates: [
          {
            id: "indgange",
            name: "Indgange",
            lang: "da",
            text: "Hej {name}. Indgang Øst ligger ved vandet, Vest ved stationen. Begge er åbne til kl. 23.",
          },
          {
            id: "toiletter",
            name: "Toiletter",
            lang: "da",
            text: "Hej {name}. De nærmeste toiletter uden kø er lige nu bag scene 3.",
          },
          {
            id: "undersoeger",
            name: "Vi undersøger det",
            lang: "da",
            text: "Hej {name}. Tak, fordi du skriver. Vi undersøger det og vender tilbage.",
          },
        ],
      },
    ],
  ];
  for (const [index, [type, data]] of setUp.entries()) {
    const answer = await service.submit(firstDesk.id, { id: `first:${index}`, type, data, actor, lane: "people" });
    if (!answer.ok) throw new Error(`The first desk could not be set up: ${type}: ${answer.error.message}`);
  }
  async function* sample() {
    yield sampleMessages(millis(now));
  }
  await bringIn({ service, desk: firstDesk.id, run: "sample", batches: sample() });
  const copy = await store.copy(firstDesk.id);
  for (const item of copy?.state.items.values() ?? []) {
    const need = sampleNeeds.get(item.newest.externalId);
    if (need === undefined) continue;
    await service.submit(firstDesk.id, {
      id: `first:need:${item.id}`,
      type: "item.need",
      data: { item: item.id, need },
      actor,
      lane: "people",
    });
  }
}
