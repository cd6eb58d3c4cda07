/**
 * How long a line may be dead without either end knowing. A process that ends closes its connections, and consoles know at
 * once; a machine that goes, or a network that swallows everything, tells nobody. The server sends a sign of life so often,
 * in ms, and whoever does not answer within so long, in ms, is gone; a console that has heard none for both together takes
 * the server to be gone, and connects anew. An answer waits behind what else is on its way: on a line of 56 kbit/s a
 * frame of a catch-up is some five seconds.
 */
export const heartbeat = { every: { least: 6_000, most: 8_000 }, within: 12_000 } as const;

/**
 * How often one connection is given a sign of life, in ms: each has its own pace, so that those that came at once, after
 * a restart, drift apart and are not all asked within one second for ever.
 */
export function someHeartbeat(): number {
  const { least, most } = heartbeat.every;
  return Math.round(least + Math.random() * (most - least));
}
