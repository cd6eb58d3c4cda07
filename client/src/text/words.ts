import type { en } from "./en.ts";
import type { enLater } from "./en-later.ts";

/** The same keys with words of another language: a key that is missing or too many is an error of types. */
export type Words<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };

/** What the console begins with: every part with every key of the English ones. */
export type Catalogue = Words<typeof en>;

/** The parts that are fetched later. */
export type LaterCatalogue = Words<typeof enLater>;

/** A code as a key: in keys a dot goes a level down, so that a code has hyphens in its place. */
export type Dashed<Code extends string> = Code extends `${infer Head}.${infer Rest}` ? `${Head}-${Dashed<Rest>}` : Code;

/** @see Dashed */
export function dashed<Code extends string>(code: Code): Dashed<Code> {
  return code.replaceAll(".", "-") as Dashed<Code>;
}
