/**
 * Whether a place is an address and no folder, of whatever scheme: one of no database is refused as it is opened. Also one
 * that is not whole, with one slash or none: a folder of that name would have the password in it.
 */
export function isAddress(place: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]+:\/|postgres(?:ql)?:)/iu.test(place);
}
