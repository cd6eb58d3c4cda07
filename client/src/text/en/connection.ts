/** How this console stands to its desk. */
export const connection = {
  openingCount: "Loading the desk: {{loaded}} of {{of}}",
  reloadNeeded: "The server has a newer Flowdesk. Reload the page to go on.",
  reload: "Reload",
  failed: "The desk could not be loaded.",
  connectNow: "Connect now",
} as const;
