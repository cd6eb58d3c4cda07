import type { LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { KeyCap } from "./key-cap.tsx";

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly actions: readonly MenuAction[];
}

/** A menu of actions, each with its key. `trigger` is the button that opens it. */
export function Menu({
  label,
  trigger,
  groups,
}: {
  label: string;
  trigger: ReactElement;
  groups: readonly MenuGroup[];
}) {
  const actions = new Map(groups.flatMap((group) => group.actions.map((action) => [action.id, action] as const)));
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement="bottom end"
        className="enter-fade max-h-[70vh] min-w-52 overflow-auto rounded-lg border border-line bg-surface p-1 shadow-lift"
      >
        <AriaMenu
          aria-label={label}
          className="outline-none"
          onAction={(key) => actions.get(String(key))?.onAction()}
          disabledKeys={[...actions.values()].filter((action) => action.isDisabled === true).map(({ id }) => id)}
        >
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              aria-label={group.title ?? label}
              className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
            >
              {group.title === undefined ? null : (
                <Header className="px-2 pt-1 pb-0.5 text-2xs font-medium text-ink-faint">{group.title}</Header>
              )}
              {group.actions.map(({ id, label: name, icon: Icon, shortcut }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={name}
                  className="flex cursor-default items-center gap-2 rounded px-2 py-1.5 text-sm text-ink outline-none focused:bg-selected disabled:text-ink-faint disabled:opacity-60 touch:min-h-11"
                >
                  {Icon === undefined ? null : <Icon aria-hidden size={15} className="text-ink-faint" />}
                  <span className="flex-1">{name}</span>
                  {shortcut === undefined ? null : <KeyCap>{shortcut}</KeyCap>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
