import type { LucideIcon } from "lucide-react";
import { useEffect, useId } from "react";
import { createStore } from "zustand/vanilla";

/** What a command belongs to, in the palette and in the help. */
export const commandGroups = ["item", "list", "go", "desk", "screen"] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something that can be done on the screen as it is: by its key, in the palette, in a menu. */
export interface ScreenCommand {
  readonly id: string;
  /** In the person's language. */
  readonly label: string;
  readonly group: CommandGroup;
  /**
   * Keys one after the other, each as `KeyboardEvent.key` has it in lower case, `mod+` before it for ⌘ or Ctrl and
   * `shift+` for a letter in upper case. None: only by palette and pointer.
   */
  readonly keys: readonly string[];
  readonly icon?: LucideIcon;
  /** Other words by which the palette finds it. */
  readonly words?: string;
  /** Does it. @param targets the items that were chosen on screen when the first key went down */
  readonly run: (targets: readonly string[]) => void;
}

interface CommandsState {
  /** By whoever offers them, in the order in which they came. */
  readonly offered: ReadonlyMap<string, readonly ScreenCommand[]>;
}

/** What can be done now. Screens put their commands here while they are shown. */
export const commandsStore = createStore<CommandsState>()(() => ({ offered: new Map() }));

/** Offers commands for as long as the component is shown. Later offers of the same id take the place of earlier ones. */
export function useCommands(commands: readonly ScreenCommand[]): void {
  const source = useId();
  useEffect(() => {
    commandsStore.setState(({ offered }) => ({ offered: new Map(offered).set(source, commands) }));
  }, [source, commands]);
  useEffect(
    () => () => {
      commandsStore.setState(({ offered }) => {
        const rest = new Map(offered);
        rest.delete(source);
        return { offered: rest };
      });
    },
    [source],
  );
}

/** Everything on offer, each id once. */
export function commandsOf({ offered }: CommandsState): readonly ScreenCommand[] {
  const byId = new Map<string, ScreenCommand>();
  for (const commands of offered.values()) for (const command of commands) byId.set(command.id, command);
  return [...byId.values()];
}
