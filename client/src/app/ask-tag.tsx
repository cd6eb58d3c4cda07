import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { tag } from "../actions/tag.ts";
import { untag } from "../actions/untag.ts";
import { Dialog } from "../components/dialog.tsx";
import { useDesk, useReplica } from "../store/use-desk.ts";

/** The menu's key for a tag that there is none of yet. */
const newTag = "new:";

/** Which tag? One that all the items have comes off, any other goes on; a new one can be written. */
export function AskTag({ items, onDone }: { readonly items: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation(["app", "components"]);
  const { contains } = useFilter({ sensitivity: "base" });
  const [text, setText] = useState("");
  const tags = useDesk()?.policy.tags ?? [];
  const state = useReplica((view) => view.state);
  const onAll = new Set(
    tags.filter((one) => items.length > 0 && items.every((id) => state?.items.get(id)?.tags.includes(one) === true)),
  );
  const wanted = text.trim();
  const lines = [
    ...tags.map((one) => ({ id: one, label: one, isOn: onAll.has(one), isNew: false })),
    ...(wanted === "" || tags.some((one) => one.toLowerCase() === wanted.toLowerCase())
      ? []
      : [{ id: newTag + wanted, label: t("ask.tagNew", { tag: wanted }), isOn: false, isNew: true }]),
  ];
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t("ask.tag", { count: items.length })}
      closeLabel={t("components:dialog.close")}
      bare
    >
      <Autocomplete
        inputValue={text}
        onInputChange={setText}
        filter={(label, part, { key }) => String(key).startsWith(newTag) || contains(label, part.trim())}
      >
        <SearchField
          aria-label={t("ask.tag", { count: items.length })}
          autoFocus
          className="sticky top-0 z-10 border-b border-line bg-surface px-4"
        >
          <Input
            placeholder={t("ask.tagPlaceholder")}
            maxLength={64}
            className="h-12 w-full bg-transparent text-lg outline-none focus-visible:outline-none [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <Menu
          aria-label={t("ask.tag", { count: items.length })}
          items={lines}
          className="p-1.5 outline-none"
          renderEmptyState={() => <p className="px-3 py-6 text-center text-sm text-ink-faint">{t("ask.tagNone")}</p>}
          onAction={(key) => {
            const chosen = String(key);
            onDone();
            if (chosen.startsWith(newTag)) void tag(items, chosen.slice(newTag.length));
            else if (onAll.has(chosen)) void untag(items, chosen);
            else void tag(items, chosen);
          }}
        >
          {({ id, label, isOn, isNew }) => (
            <MenuItem
              id={id}
              textValue={label}
              className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm outline-none focused:bg-selected touch:min-h-11"
            >
              <span className="w-4">
                {isOn ? <Check aria-hidden size={14} /> : isNew ? <Plus aria-hidden size={14} /> : null}
              </span>
              <span className="flex-1 truncate">{label}</span>
              {isOn ? <span className="text-xs text-ink-faint">{t("ask.tagOff")}</span> : null}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
