import { z } from "zod";

/**
 * Reads what comes from outside by a schema. Checks of lengths look at a value before its type is certain, and throw at
 * `{ "length": { "toString": 1 } }` where a text should be: that is invalid, and no fault.
 */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> {
  try {
    return schema.safeParse(value);
  } catch {
    const error = new z.ZodError([{ code: "custom", path: [], message: "Invalid input", input: null }]);
    return { success: false, error: error as z.ZodError<z.output<Schema>> };
  }
}
