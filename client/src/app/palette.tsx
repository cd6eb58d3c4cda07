import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { CommandPalette, type PaletteGroup } from "../components/command-palette.tsx";
import { useView } from "../store/use-view.ts";
import { commandGroups, commandsOf, commandsStore, type ScreenCommand } from "./commands.ts";
import { shortcutOf, shownKeys } from "./keys.ts";

/** Everything that can be done now, with its keys. What it does it does to the items that were chosen when it opened. */
export function Palette({ items, onDone }: { readonly items: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation("app");
  const groups = useCommandGroups(items, true);
  return (
    <CommandPalette
      isOpen
      onClose={onDone}
      groups={groups}
      title={t("palette.title")}
      placeholder={items.length > 1 ? t("palette.withItems", { count: items.length }) : t("palette.placeholder")}
    />
  );
}

/** The commands on offer in their groups, with the keys that work now. */
export function useCommandGroups(items: readonly string[], onlyWorking: boolean): readonly PaletteGroup[] {
  const { t } = useTranslation("app");
  const state = useStore(commandsStore);
  const singleKeys = useView((view) => view.singleKeys);
  const commands = commandsOf(state).filter(
    ({ group, id }) => !onlyWorking || id === "undo" || group !== "item" || items.length > 0,
  );
  const keysOf = ({ keys }: ScreenCommand) => (shortcutOf(keys, singleKeys) === undefined ? [] : shownKeys(keys));
  return commandGroups.map((group) => ({
    id: group,
    title: t(`group.${group}`),
    actions: commands
      .filter((command) => command.group === group)
      .map((command) => ({
        id: command.id,
        label: command.label,
        keys: keysOf(command),
        icon: command.icon,
        words: command.words,
        onAction: () => command.run(items),
      })),
  }));
}
