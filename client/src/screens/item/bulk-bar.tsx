import { Ellipsis, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { commandsOf, commandsStore, type ScreenCommand } from "../../app/commands.ts";
import { shortcutOf } from "../../app/keys.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Menu } from "../../components/menu.tsx";
import { useView } from "../../store/use-view.ts";
import { clearSelected } from "../../store/view-store.ts";

const first = ["item.claim", "item.assign", "items.deal"];

/** What can be done with the items that are selected. */
export function BulkBar({ items }: { readonly items: ReadonlySet<string> }) {
  const { t } = useTranslation("common");
  return (
    <div
      role="toolbar"
      aria-label={t("selected", { count: items.size })}
      className="enter-up flex shrink-0 flex-wrap items-center gap-1 border-t border-line-strong bg-surface px-2 py-1.5"
    >
      <span className="nums px-1 text-xs font-semibold">{t("selected", { count: items.size })}</span>
      <CommandButtons ids={first} targets={[...items]} />
      <span className="flex-1" />
      <IconButton icon={X} label={t("cancel")} shortcut="Esc" onPress={clearSelected} />
    </div>
  );
}

/** Buttons for some of the commands on offer, and a menu with the rest of those about items. */
export function CommandButtons({
  ids,
  targets,
  without = [],
}: {
  readonly ids: readonly string[];
  readonly targets: readonly string[];
  /** Commands that stand elsewhere. */
  readonly without?: readonly string[];
}) {
  const { t } = useTranslation("app");
  const singleKeys = useView((view) => view.singleKeys);
  const commands = commandsOf(useStore(commandsStore));
  const byId = new Map(commands.map((command) => [command.id, command]));
  const shown = ids.flatMap((id) => byId.get(id) ?? []);
  const rest = commands.filter(({ id, group }) => group === "item" && !ids.includes(id) && !without.includes(id));
  const keyOf = ({ keys }: ScreenCommand) => shortcutOf(keys, singleKeys);
  const needs = rest.filter(({ id }) => id.startsWith("item.need."));
  const others = rest.filter(({ id }) => !id.startsWith("item.need."));
  const asAction = (command: ScreenCommand) => ({
    id: command.id,
    label: command.label,
    icon: command.icon,
    shortcut: keyOf(command),
    onAction: () => command.run(targets),
  });
  return (
    <>
      {shown.map((command) => (
        <Button
          key={command.id}
          small
          {...(command.icon === undefined ? {} : { icon: command.icon })}
          shortcut={keyOf(command)}
          onPress={() => command.run(targets)}
        >
          {command.label}
        </Button>
      ))}
      {rest.length === 0 ? null : (
        <Menu
          label={t("do.more")}
          trigger={
            <AriaButton
              aria-label={t("do.more")}
              className="flex size-7 items-center justify-center rounded-md border border-line-strong/60 text-ink-soft hover:bg-hover touch:size-11"
            >
              <Ellipsis aria-hidden size={16} />
            </AriaButton>
          }
          groups={[
            { id: "others", actions: others.map(asAction) },
            { id: "needs", actions: needs.map(asAction) },
          ].filter(({ actions }) => actions.length > 0)}
        />
      )}
    </>
  );
}
