import { z } from "zod";

/** An id made by a desk or by the sender of a command: up to 128 printable characters without space. */
export const idSchema = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\x21-\x7e]+$/u, "An id has 1 to 128 printable characters and no space.");

/** A desk's id as it stands in addresses and tokens: lower-case letters, digits and hyphens, at most 40. */
export const deskIdSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u, "A desk id has 1 to 40 lower-case letters, digits and hyphens.");
