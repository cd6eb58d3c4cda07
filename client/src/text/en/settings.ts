/** What the desk has decided for itself. */
export const settings = {
  title: "Settings",
  channels: "Channels",
  targets: "Targets",
} as const;
