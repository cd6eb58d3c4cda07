/**
 * Whether a page of this origin is the console itself: it is one of the server's own, or the host that was asked for.
 * Browsers say the origin with every WebSocket and every request that changes something; programs say none.
 */
export function isOwnOrigin(origin: string, host: string | undefined, trusted: readonly string[]): boolean {
  if (trusted.includes(origin)) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
