/**
 * How long a line may be dead without either end knowing. A process that ends closes its connections, and consoles know at
 * once; a machine that goes, or a network that swallows everything, tells nobody. The server sends a sign of life so often,
 * in ms, and whoever does not answer within so long, in ms, is gone; a console that has heard none for both together takes
 * the server to be gone, and connects anew. An answer waits behind what else is on its way: on a line of 56 kbit/s that
 * is some ten seconds.
 */
export const heartbeat = { every: 8_000, within: 12_000 } as const;
