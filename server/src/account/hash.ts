import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new secret: 32 random bytes in hex. */
export function newSecret(): string {
  return randomBytes(32).toString("hex");
}

/** A new id that says nothing: 8 random bytes in hex. */
export function newPublicId(): string {
  return randomBytes(8).toString("hex");
}

/** What is stored of a secret: SHA-256 in hex. A secret of 32 random bytes needs no slower hash. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether a secret is the one of this hash, in a time that does not tell how much of it was right. */
export function isSecretOf(hash: string, secret: string): boolean {
  const expected = Buffer.from(hash, "hex");
  const given = createHash("sha256").update(secret).digest();
  return expected.length === given.length && timingSafeEqual(expected, given);
}
