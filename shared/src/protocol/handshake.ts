import { z } from "zod";

/** What a connection says of itself: the protocol it speaks, and for programs their access token. */
export const handshakeSchema = z.looseObject({
  protocol: z.int(),
  token: z.string().max(300).optional(),
});

/** Why a connection was refused, in the error's `data`. */
export const handshakeRefusalSchema = z.object({
  code: z.enum(["protocol.mismatch", "unauthenticated", "token.expired", "origin.refused", "too.many"]),
  message: z.string(),
  /** The two protocol numbers, where they differ. */
  yours: z.int().optional(),
  ours: z.int().optional(),
});
export type HandshakeRefusal = z.infer<typeof handshakeRefusalSchema>;
