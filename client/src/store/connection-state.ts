/**
 * How a console stands to its desk. `opening` until the first load; `live`; `catching-up`, that many changes behind;
 * `offline` since (ms by the desk's clock); `signed-out`; `removed` from the desk, or the desk is gone; `reload-needed`:
 * the server speaks of things that this release does not know; `failed`: the desk could not be loaded, with the reason.
 */
export type ConnectionState =
  | { readonly kind: "opening"; readonly loaded: number; readonly of: number | null }
  | { readonly kind: "live" }
  | { readonly kind: "catching-up"; readonly behind: number }
  | { readonly kind: "offline"; readonly since: number }
  | { readonly kind: "signed-out" }
  | { readonly kind: "removed"; readonly reason: "removed" | "desk-gone" }
  | { readonly kind: "reload-needed" }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };
