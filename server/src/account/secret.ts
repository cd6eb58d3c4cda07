import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The secret that signs the session cookies: made at the first start and kept in `DIR/secret`, readable by its owner
 * only. Of several processes that start at once, all get the same.
 */
export async function loadSecret(folder: string): Promise<string> {
  const path = join(folder, "secret");
  const existing = await readSecret(path);
  if (existing !== null) return existing;
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    // A link never replaces what is there: whoever comes second takes the first one's secret.
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const secret = await readSecret(path);
  if (secret === null) throw new Error(`The secret could not be read back from ${path}.`);
  return secret;
}

async function readSecret(path: string): Promise<string | null> {
  try {
    const secret = (await readFile(path, "utf8")).trim();
    if (secret.length < 32)
      throw new Error(`${path} holds no secret; delete it to have a new one made (signs everyone out).`);
    return secret;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
