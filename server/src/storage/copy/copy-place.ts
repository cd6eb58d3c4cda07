import { isAddress } from "../is-address.ts";
import { type CopyOptions, type CopyReport, copyDesks } from "./copy-desks.ts";
import { orFull } from "./copy-refused.ts";
import { type CopyTarget, openSource, openTarget } from "./place.ts";
import { requireOtherPlace } from "./same-place.ts";

/**
 * Copies the desks of a place into another one. Where it fails or is stopped, the target is as it was before: what was made
 * for it is taken away again.
 * @param from a data folder, or a database's address; `to` likewise
 * @throws CopyRefused, DataFolderError, DatabaseUnusable
 */
export async function copyPlace(from: string, to: string, options: CopyOptions): Promise<CopyReport> {
  await requireOtherPlace(from, to);
  const source = await openSource(from);
  try {
    return await copyInto(to, (target) => copyDesks(source, target, options));
  } finally {
    await source.close();
  }
}

async function copyInto(to: string, copy: (target: CopyTarget) => Promise<CopyReport>): Promise<CopyReport> {
  const because = (error: unknown) => (isAddress(to) ? error : orFull(error, to, "copy"));
  const target = await openTarget(to).catch((error) => {
    throw because(error);
  });
  try {
    return await copy(target);
  } catch (error) {
    // Before what is there of it is taken away: it is asked how much room there is.
    throw because(error);
  } finally {
    await target.close();
  }
}
