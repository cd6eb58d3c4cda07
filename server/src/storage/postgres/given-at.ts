import { createHash, randomUUID } from "node:crypto";

/**
 * A new id of a log, random but for its end, by which it is known to have been given in the database that stands at
 * `place`: another node has it from there then, and not from a backup.
 */
export const idGivenAt = (place: string): string => `${randomUUID().slice(0, -ending)}${endOf(place)}`;

export const isGivenAt = (place: string, log: string): boolean => log.endsWith(endOf(place));

const ending = 12;

const endOf = (place: string): string => createHash("sha256").update(place).digest("hex").slice(0, ending);
