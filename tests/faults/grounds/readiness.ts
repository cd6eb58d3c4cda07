import { pause } from "../../bench/clock.ts";
import type { FaultNode } from "./node.ts";

/** Once there is room again a server has so long to say that it is ready, in ms. */
const readyWithin = 15_000;
/** What may stand at 503 while the disk is full: PostgreSQL can end of it, and is then no longer there to say why. */
const unready: ReadonlySet<string> = new Set(["503 storage.full", "503 not.ready"]);

/** What a server says at `/readyz`: its status, with the code of a refusal. */
async function readinessOf({ origin }: FaultNode): Promise<string> {
  try {
    const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) });
    const body = (await response.json()) as { readonly error?: { readonly code: string } };
    return body.error === undefined ? `${response.status}` : `${response.status} ${body.error.code}`;
  } catch (error) {
    return String(error);
  }
}

/** Asks until it says what it should, for so long, in ms. Gives the last answer if it never does, else null. */
async function neverSays(node: FaultNode, isMeant: (said: string) => boolean, within: number): Promise<string | null> {
  const until = performance.now() + within;
  for (;;) {
    const said = await readinessOf(node);
    if (isMeant(said)) return null;
    if (performance.now() > until) return said;
    await pause(100);
  }
}

/**
 * Leaves the disk full for so long, in ms, and looks whether each server says meanwhile that it is not ready. What is written
 * goes at first into room that was taken before, so that it may say it only after a while.
 */
export async function staysFull(
  nodes: readonly FaultNode[],
  lasts: number,
  wrong: (problem: string) => void,
): Promise<void> {
  const asked = nodes.map(async (node) => {
    const said = await neverSays(node, (one) => unready.has(one), lasts);
    if (said !== null) wrong(`In ${lasts} ms of a full disk /readyz was never 503, last "${said}"`);
  });
  await Promise.all([pause(lasts), ...asked]);
}

/** Looks whether each server says that it is ready again. */
export async function areReadyAgain(nodes: readonly FaultNode[], wrong: (problem: string) => void): Promise<void> {
  const asked = nodes.map(async (node) => {
    const said = await neverSays(node, (one) => one === "200", readyWithin);
    if (said !== null) wrong(`${readyWithin} ms after there was room again /readyz said "${said}"`);
  });
  await Promise.all(asked);
}
