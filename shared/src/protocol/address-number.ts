import { z } from "zod";

/** A number in the query of an address. Empty text is none, where it would else count as 0. */
export function addressNumber(schema: z.ZodType<number, number>) {
  return z
    .string()
    .transform((text) => (text.trim() === "" ? Number.NaN : Number(text)))
    .pipe(schema);
}
