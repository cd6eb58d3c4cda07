/** A community manager’s own list. */
export const myDesk = {
  title: "My desk",
  empty: "Nothing waits with you.",
  later: "Put off",
} as const;
