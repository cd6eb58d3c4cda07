/**
 * Why something that came with a session's cookie is not the console's own doing; null if it is. It has to say, to the
 * letter, one of the origins under which browsers may show the console: what `--origin` says, or else where the server
 * listens. A session begins under no other. What host was asked for proves nothing: where somebody has pointed a name of
 * theirs here, it is that name. Browsers say the origin with every WebSocket and every request that changes something;
 * programs, which say none, have tokens.
 */
export function foreign(origin: string | undefined, trusted: readonly string[]): string | null {
  if (origin === undefined) return "A session is the console's alone; programs sign in with an access token.";
  if (trusted.includes(origin)) return null;
  return "This page does not belong to the server; open the console itself.";
}
