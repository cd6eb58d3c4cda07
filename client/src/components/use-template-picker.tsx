import { templateVariants } from "@flowdesk/shared/desk/policy/placeholder.ts";
import type { Template } from "@flowdesk/shared/desk/policy/policy.ts";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageName } from "../text/formats.ts";
import type { MenuGroup } from "./menu.tsx";

/** A slash at the beginning of a word, and what has been written behind it to find a template by. */
const asked = /(?:^|\s)\/([^\n/]{0,40})$/u;

export interface TemplatePicker {
  /** The templates to choose from by a menu. */
  readonly groups: readonly MenuGroup[];
  /** The list that stands over the text while one is asked for. */
  readonly list: ReactNode;
  /** What tells of the list to those who listen. */
  readonly areaProps: Readonly<Record<string, string | undefined>>;
  /** Tells where the text is being written; null once it is left. */
  readonly onCaret: (at: number | null) => void;
  /** Whether the key was for the list. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

/**
 * Lets somebody who writes take a ready text without leaving the keyboard: `/` and a few letters, arrows, Enter. The
 * wording in the language of the one who is answered comes first.
 */
export function useTemplatePicker({
  templates,
  lang,
  text,
  area,
  fill,
  onPick,
}: {
  readonly templates: readonly Template[];
  readonly lang: string | null;
  readonly text: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** A template's text as it would be put in. */
  readonly fill: (template: Template) => string;
  /** The text from one index to another gives way to the template. */
  readonly onPick: (template: Template, from: number, to: number) => void;
}): TemplatePicker {
  const { t, i18n } = useTranslation("components");
  const list = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const [putAway, setPutAway] = useState<number | null>(null);
  const variants = templateVariants(templates, lang);
  const firsts = variants.map(([first]) => first);
  const others = variants.flatMap(([, ...rest]) => rest);
  const match = caret === null ? null : asked.exec(text.slice(0, caret));
  const start = match === null || caret === null ? -1 : caret - (match[1]?.length ?? 0) - 1;
  const wanted = (match?.[1] ?? "").trim().toLowerCase();
  const found =
    match === null || start === putAway
      ? []
      : [...firsts, ...others].filter(
          (one) => one.name.toLowerCase().includes(wanted) || one.text.toLowerCase().includes(wanted),
        );
  const isOpen = found.length > 0;
  const chosen = Math.min(at, found.length - 1);
  const active = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice comes into sight.
  useEffect(() => {
    active.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const pick = (template: Template) => {
    setCaret(null);
    setAt(0);
    onPick(template, start, caret ?? start);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!isOpen || event.metaKey || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return false;
    const template = found[chosen];
    if (event.key === "ArrowDown") setAt((chosen + 1) % found.length);
    else if (event.key === "ArrowUp") setAt((chosen + found.length - 1) % found.length);
    else if ((event.key === "Enter" || event.key === "Tab") && template !== undefined) pick(template);
    else if (event.key === "Escape") setPutAway(start);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const label = (template: Template) =>
    template.lang === null || template.lang === ""
      ? template.name
      : `${template.name} (${languageName(template.lang, i18n.language)})`;
  const asAction = (template: Template) => ({
    id: template.id,
    label: label(template),
    onAction: () => {
      const end = area.current?.value.length ?? text.length;
      onPick(template, end, end);
    },
  });
  return {
    groups: [
      { id: "templates", actions: firsts.map(asAction) },
      ...(others.length === 0
        ? []
        : [{ id: "others", title: t("composer.otherLanguages"), actions: others.map(asAction) }]),
    ],
    areaProps: {
      "aria-autocomplete": templates.length === 0 ? undefined : "list",
      "aria-controls": isOpen ? list : undefined,
      "aria-activedescendant": isOpen ? `${list}-${chosen}` : undefined,
    },
    onCaret: (next) => {
      if (next === caret) return;
      setCaret(next);
      setAt(0);
      if (next === null) setPutAway(null);
    },
    onKeyDown,
    list: isOpen ? (
      <div
        id={list}
        role="listbox"
        aria-label={t("composer.templates")}
        className="absolute right-0 bottom-full left-0 z-20 mb-1 max-h-60 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-lift"
      >
        {found.map((template, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text takes the keys for the list.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text.
          <div
            key={template.id}
            id={`${list}-${index}`}
            ref={index === chosen ? active : null}
            role="option"
            aria-selected={index === chosen}
            // The text keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(template)}
            className={`flex cursor-default flex-col justify-center rounded px-2 py-1 text-sm touch:min-h-11 ${index === chosen ? "bg-selected" : "hover:bg-hover"}`}
          >
            <span className="font-medium">{label(template)}</span>
            <bdi className="truncate text-xs text-ink-soft">{fill(template)}</bdi>
          </div>
        ))}
      </div>
    ) : null,
  };
}
