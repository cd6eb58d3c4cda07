import { z } from "zod";

/** The largest frame that a connection may send, in bytes. */
export const largestFrame = 256 * 1024;

/**
 * Why a connection was closed over a frame of its own: `code: sentence` is the reason of the WebSocket's close, whose code
 * is 1007 for the first, or 1002 where it was no frame of a client's at all, and 1009 for the second (RFC 6455, section 7.4.1).
 */
export const frameRefusals = {
  "frame.unreadable": "That was no Socket.IO packet with JSON, or it came before you were let in; connect again.",
  "frame.too.large": `A frame holds at most ${largestFrame} bytes; connect again and send less at once.`,
} as const;

/** What an event that there is not is acknowledged with, where its sender asks. */
export const eventRefusedSchema = z.object({
  ok: z.literal(false),
  error: z.object({ code: z.literal("event.unknown"), message: z.string() }),
});
export type EventRefused = z.infer<typeof eventRefusedSchema>;
