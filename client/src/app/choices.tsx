import type { ReactNode } from "react";
import { KeyCap } from "../components/key-cap.tsx";
import { shownKey } from "./keys.ts";

/** One of a few things to choose among, with the key that chooses it. */
export interface ChoiceLine {
  readonly id: string;
  readonly key: string;
  readonly label: ReactNode;
  /** What stands at the end of the line. */
  readonly aside?: ReactNode;
  readonly onChoose: () => void;
}

/** A few things to choose among, by key, pointer or finger. */
export function Choices({ lines }: { readonly lines: readonly ChoiceLine[] }) {
  return (
    <ul className="flex flex-col">
      {lines.map(({ id, key, label, aside, onChoose }) => (
        <li key={id}>
          <button
            type="button"
            onClick={onChoose}
            className="flex min-h-10 w-full items-center gap-3 rounded-md px-2 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 touch:min-h-12 touch:text-base"
          >
            <KeyCap>{shownKey(key)}</KeyCap>
            <span className="min-w-0 flex-1 truncate">{label}</span>
            {aside}
          </button>
        </li>
      ))}
    </ul>
  );
}
