import { useLayoutEffect, useRef } from "react";
import { keyName } from "./keys.ts";

/** Lets single keys choose in a dialog that has no field to write in. @param choose says whether the key was one of its own */
export function useDialogKeys(choose: (key: string) => boolean): void {
  const latest = useRef(choose);
  latest.current = choose;
  // Before the next key can come: A and the person's letter may follow each other within a frame.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const name = keyName(event);
      if (name === null || event.repeat || !latest.current(name)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, []);
}
