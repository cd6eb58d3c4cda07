import { channelLabels, channelNames } from "@flowdesk/client/components/channel-names.ts";
import { expect, test } from "vitest";

test("channels that share a name are called by their platform, and by their id where that does not tell them apart", () => {
  const names = channelNames([
    { id: "x:fest", name: "Fest" },
    { id: "instagram:fest", name: "Fest" },
    { id: "instagram:press", name: "Press" },
    { id: "facebook:north", name: "Region" },
    { id: "facebook:south", name: "Region" },
  ]);
  expect([...names.values()]).toEqual(["X", "Instagram", "Press", "facebook:north", "facebook:south"]);
});

test("beside their platform channels go by their names, and by their handles where those are the same", () => {
  const labels = channelLabels([
    { id: "x:fest", name: "Festival" },
    { id: "instagram:fest", name: "Festival" },
    { id: "instagram:fest_backstage", name: "Festival" },
  ]);
  expect([...labels.values()]).toEqual(["X · Festival", "Instagram · fest", "Instagram · fest_backstage"]);
});
