import { z } from "zod";

/** What is folded on the screen until somebody opens it, so that nobody has to read abuse all night. */
export const foldingSchema = z.object({
  /** Words of the desk's own that fold a message, at the beginning of a word; several one after the other. */
  words: z.array(z.string().trim().min(2).max(64)).max(500),
  /** Whether the built-in words of four languages fold a message too. */
  builtIn: z.boolean(),
  /** Whose pictures are folded: those of messages that are folded anyway, those of every message, or none. */
  pictures: z.enum(["abusive", "all", "none"]),
});
export type Folding = z.infer<typeof foldingSchema>;

/** What holds where a desk has not decided. */
export const firstFolding: Folding = { words: [], builtIn: true, pictures: "abusive" };
