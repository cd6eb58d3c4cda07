import { useEffect, useSyncExternalStore } from "react";
import { useView } from "../store/use-view.ts";

const wantsDark = () => globalThis.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  const query = wantsDark();
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Puts the theme that the person chose, or that the machine has, on the page. */
export function useTheme(): void {
  const chosen = useView(({ theme }) => theme);
  const isSystemDark = useSyncExternalStore(subscribe, () => wantsDark().matches);
  const theme = chosen === "system" ? (isSystemDark ? "dark" : "light") : chosen;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
