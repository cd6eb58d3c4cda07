import { type ComponentType, useEffect, useState } from "react";
import { Skeleton } from "../../components/progress.tsx";

type Pane = ComponentType<{ readonly id: string }>;

let here: Pane | null = null;

/** Fetches what shows an item, so that it is here before one is opened. */
export async function fetchItemPane(): Promise<void> {
  here = (await import("./item-pane.tsx")).ItemPane;
}

/** One item, whose pane the first screen does without: at once where it has been fetched, else when it has come. */
export function LaterItemPane({ id }: { readonly id: string }) {
  const [Fetched, setFetched] = useState(() => here);
  useEffect(() => {
    if (Fetched === null) void fetchItemPane().then(() => setFetched(() => here));
  }, [Fetched]);
  return Fetched === null ? <Skeleton rows={6} /> : <Fetched id={id} />;
}
