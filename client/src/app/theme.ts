import { useEffect, useSyncExternalStore } from "react";
import { useView } from "../store/use-view.ts";
import { wishOfAddress } from "./address-wish.ts";
import { useRoute } from "./route.ts";

const wantsDark = () => globalThis.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  const query = wantsDark();
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Puts the theme that the person chose, or that the machine has, on the page. */
export function useTheme(): void {
  const own = useView(({ theme }) => theme);
  // Read again at every step through the console.
  useRoute();
  const chosen = wishOfAddress(new URL(location.href)).theme ?? own;
  const isSystemDark = useSyncExternalStore(subscribe, () => wantsDark().matches);
  const theme = chosen === "system" ? (isSystemDark ? "dark" : "light") : chosen;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
