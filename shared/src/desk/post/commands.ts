/** The commands on planned posts. */
export const postCommands = [] as const;
