import { Search, X } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type ScreenCommand, useCommands } from "../../app/commands.ts";
import { IconButton } from "../../components/button.tsx";
import { platformName } from "../../components/platform-name.ts";
import { useView } from "../../store/use-view.ts";
import { setFilter, viewStore } from "../../store/view-store.ts";
import { useFormats } from "../../text/use-text.ts";

/** Narrows a list down by words, and says what else narrows it. */
export function FilterBar({ shown, of }: { readonly shown: number; readonly of: number }) {
  const isNarrowed = useView((view) => Object.keys(view.filter).length > 0);
  return (
    <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-3 text-xs">
      <Narrowing />
      {isNarrowed ? <ShownOf shown={shown} of={of} /> : null}
    </div>
  );
}

function ShownOf({ shown, of }: { readonly shown: number; readonly of: number }) {
  const { t } = useTranslation("flow");
  const { number } = useFormats();
  return <span className="nums text-ink-faint">{t("shownOf", { shown: number(shown), of: number(of) })}</span>;
}

/** The field and what else narrows the list; the list's own renewal leaves them alone. */
const Narrowing = memo(function Narrowing() {
  const { t } = useTranslation(["flow", "components"]);
  const filter = useView((view) => view.filter);
  const field = useRef<HTMLInputElement>(null);
  const commands = useRef<readonly ScreenCommand[]>([]);
  if (commands.current.length === 0) {
    commands.current = [
      {
        id: "list.search",
        label: t("narrowDown"),
        group: "list",
        keys: ["/"],
        icon: Search,
        run: () => field.current?.focus(),
      },
    ];
  }
  useCommands(commands.current);
  useEffect(() => () => setFilter({}), []);
  const { channel, need, text = "" } = filter;
  const without = (part: "channel" | "need" | "text") => {
    const { [part]: _gone, ...rest } = viewStore.getState().filter;
    setFilter(rest);
  };
  return (
    <>
      <Search aria-hidden size={13} className="text-ink-faint" />
      <input
        ref={field}
        type="search"
        aria-label={t("narrowDown")}
        placeholder={t("narrowDownHint")}
        value={text}
        onChange={({ target }) =>
          target.value === "" ? without("text") : setFilter({ ...filter, text: target.value })
        }
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          without("text");
          event.currentTarget.blur();
        }}
        className="h-8 min-w-0 flex-1 bg-transparent outline-none touch:h-11 touch:text-lg"
      />
      {channel === undefined ? null : (
        <Chip label={platformChip(channel)} remove={t("removeFilter")} onRemove={() => without("channel")} />
      )}
      {need === undefined ? null : (
        <Chip label={t(`components:need.${need}`)} remove={t("removeFilter")} onRemove={() => without("need")} />
      )}
    </>
  );
});

function platformChip(channel: string): string {
  const [platform = "", ...handle] = channel.split(":");
  return `${platformName(platform)} ${handle.join(":")}`;
}

function Chip({
  label,
  remove,
  onRemove,
}: {
  readonly label: string;
  readonly remove: string;
  readonly onRemove: () => void;
}) {
  return (
    <span className="inline-flex h-6 items-center gap-0.5 rounded-full bg-selected pl-2 font-medium">
      <span className="max-w-32 truncate">{label}</span>
      <IconButton icon={X} label={`${remove}: ${label}`} className="size-6!" onPress={onRemove} />
    </span>
  );
}
