import { useMemo, useSyncExternalStore } from "react";

/** The screens of a desk, by their part of the address. */
export const screens = ["flow", "my-desk", "run-sheet", "hashtags", "review", "settings", "wall"] as const;
export type Screen = (typeof screens)[number];

/** Where in the console somebody is. Tokens stand behind the `#`, which no server ever sees. */
export type Route =
  | { readonly kind: "start" }
  | { readonly kind: "sign-in" }
  | { readonly kind: "enter"; readonly token: string }
  | { readonly kind: "invitation"; readonly token: string }
  | { readonly kind: "wall"; readonly token: string }
  | { readonly kind: "desk"; readonly desk: string; readonly screen: Screen | null; readonly query: URLSearchParams }
  | { readonly kind: "nowhere" };

/** Reads an address. */
export function routeOf(url: URL): Route {
  const [first, second, third, ...more] = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  if (first === undefined) return { kind: "start" };
  if (first === "sign-in" && second === undefined) return { kind: "sign-in" };
  if (first === "enter" && second === undefined) return { kind: "enter", token: url.hash.slice(1) };
  if (first === "invitation" && second === undefined) return { kind: "invitation", token: url.hash.slice(1) };
  if (first === "wall" && second === undefined) return { kind: "wall", token: url.hash.slice(1) };
  if (first === "desks" && second !== undefined && more.length === 0) {
    const screen = screens.find((one) => one === third);
    if (third === undefined || screen !== undefined) {
      return { kind: "desk", desk: second, screen: screen ?? null, query: url.searchParams };
    }
  }
  return { kind: "nowhere" };
}

/** The address of a screen. */
export function pathOf(desk: string, screen?: Screen, query?: Readonly<Record<string, string>>): string {
  const path = `/desks/${encodeURIComponent(desk)}${screen === undefined ? "" : `/${screen}`}`;
  return query === undefined ? path : `${path}?${new URLSearchParams(query)}`;
}

const moved = "flowdesk:moved";

/** Goes to an address of the console. `replace` leaves no step to come back to. */
export function navigate(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", path);
  else history.replaceState(null, "", path);
  dispatchEvent(new Event(moved));
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener("hashchange", listener);
  addEventListener(moved, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener("hashchange", listener);
    removeEventListener(moved, listener);
  };
}

/** Where the console is now. */
export function useRoute(): Route {
  const href = useSyncExternalStore(subscribe, () => location.href);
  return useMemo(() => routeOf(new URL(href)), [href]);
}
