import type { LucideIcon } from "lucide-react";
import { Search } from "lucide-react";
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Dialog } from "./dialog.tsx";
import { KeyCap } from "./key-cap.tsx";

/** Something that can be done, as the palette and the help show it. */
export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  /** Keys one after the other, as they are shown. */
  readonly keys: readonly string[];
  readonly icon?: LucideIcon | undefined;
  /** Other words by which it is found. */
  readonly words?: string | undefined;
  readonly onAction: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly PaletteAction[];
}

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly groups: readonly PaletteGroup[];
  readonly placeholder: string;
  readonly title: string;
}

/** Everything that can be done now, found by its words, each with its key. */
export function CommandPalette({ isOpen, onClose, groups, placeholder, title }: CommandPaletteProps) {
  const { t } = useTranslation("components");
  const { contains } = useFilter({ sensitivity: "base" });
  const actions = new Map(groups.flatMap((group) => group.actions.map((action) => [action.id, action] as const)));
  const filled = groups.filter((group) => group.actions.length > 0);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} closeLabel={t("dialog.close")} bare>
      <Autocomplete filter={(text, wanted) => wanted.split(/\s+/u).every((word) => contains(text, word))}>
        <SearchField
          aria-label={placeholder}
          autoFocus
          className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-surface px-4"
        >
          <Search aria-hidden size={16} className="text-ink-faint" />
          <Input
            placeholder={placeholder}
            className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none focus-visible:outline-none [&::-webkit-search-cancel-button]:hidden"
          />
          <KeyCap>Esc</KeyCap>
        </SearchField>
        <Menu
          aria-label={title}
          items={filled}
          className="p-1.5 outline-none"
          onAction={(key) => {
            onClose();
            actions.get(String(key))?.onAction();
          }}
          renderEmptyState={() => (
            <p className="px-3 py-6 text-center text-sm text-ink-faint">{t("palette.nothing")}</p>
          )}
        >
          {(group) => (
            <MenuSection id={group.id}>
              <Header className="px-2.5 pt-2 pb-1 text-2xs font-medium text-ink-faint">{group.title}</Header>
              <Collection items={group.actions}>
                {({ id, label, keys, icon: Icon, words }) => (
                  <MenuItem
                    id={id}
                    textValue={`${label} ${words ?? ""}`}
                    className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm text-ink outline-none focused:bg-selected touch:min-h-11"
                  >
                    {Icon === undefined ? (
                      <span className="w-[15px]" />
                    ) : (
                      <Icon aria-hidden size={15} className="text-ink-faint" />
                    )}
                    <span className="flex-1">{label}</span>
                    <Keys keys={keys} />
                  </MenuItem>
                )}
              </Collection>
            </MenuSection>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}

/** Keys one after the other. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="flex shrink-0 gap-1">
      {keys.map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice; the order never changes.
        <KeyCap key={index}>{key}</KeyCap>
      ))}
    </span>
  );
}
