/**
 * The fewest steps, found in a while, with which something still fails: parts of them are left out, ever smaller ones,
 * as long as it does. Source: the complement step of ddmin (Zeller and Hildebrandt, "Simplifying and Isolating
 * Failure-Inducing Input", 2002).
 * @param most how often it is tried at most
 */
export async function shrink<T>(
  steps: readonly T[],
  fails: (steps: readonly T[]) => Promise<boolean>,
  most = 300,
): Promise<readonly T[]> {
  let left = steps;
  let tries = 0;
  let part = Math.ceil(left.length / 2);
  while (part >= 1 && left.length > 0) {
    let isSmaller = false;
    for (let at = 0; at < left.length && tries < most; ) {
      const without = [...left.slice(0, at), ...left.slice(at + part)];
      tries++;
      if (await fails(without)) {
        left = without;
        isSmaller = true;
      } else at += part;
    }
    if (tries >= most) break;
    if (!isSmaller || part > left.length)
      part = part === 1 && !isSmaller ? 0 : Math.floor(part / 2) || (isSmaller ? 1 : 0);
  }
  return left;
}
