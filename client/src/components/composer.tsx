import { filledTemplate, type Placeholder } from "@flowdesk/shared/desk/policy/placeholder.ts";
import type { Template } from "@flowdesk/shared/desk/policy/policy.ts";
import { applyFix, checkHashtags, type HashtagFinding, type HashtagPolicy } from "@flowdesk/shared/hashtag/policy.ts";
import { countText } from "@flowdesk/shared/text/count.ts";
import type { TextUse } from "@flowdesk/shared/text/limit.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { Clock4, FileText, Lock, Send } from "lucide-react";
import { type KeyboardEvent, type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { HashtagOffers } from "./hashtag-offers.tsx";
import { Menu } from "./menu.tsx";
import { TextCounter, ToldCount } from "./text-counter.tsx";
import { useCaret } from "./use-caret.ts";
import { useTemplatePicker } from "./use-template-picker.tsx";

/** What is sent: the text, by when more is promised (ms from now), and why a failing check is set aside. */
export interface Written {
  readonly text: string;
  readonly promiseMs: number | null;
  readonly override: string | null;
}

/** What a screen may ask of a composer. */
export interface ComposerHandle {
  focus(): void;
}

export interface ComposerProps {
  readonly platform: string;
  readonly channel: string;
  readonly use: Exclude<TextUse, "post">;
  /** As whom and where it is written: `@fest on Instagram`. */
  readonly voice: string;
  readonly hashtags: HashtagPolicy;
  readonly templates: readonly Template[];
  /** The language that it is answered in, as far as it is known: templates in it come first. */
  readonly lang: string | null;
  /** What the placeholders of templates stand for here. */
  readonly placeholders: Readonly<Partial<Record<Placeholder, string>>>;
  /** When it would leave, for the rules that hold from or until a time. */
  readonly at: Instant;
  /** What is written so far, and whether for those outside or for colleagues only. */
  readonly text: string;
  readonly mode: "reply" | "note";
  readonly onChange: (text: string, mode: "reply" | "note") => void;
  readonly onSend: (written: Written) => void;
  readonly onNote: (text: string) => void;
  /** Whether notes can be written here. */
  readonly canNote: boolean;
  /** Whether a failing check can be set aside with a reason. */
  readonly canOverride: boolean;
  /** Why nothing can be written here; absent where it can. */
  readonly refusal?: string | undefined;
  /** `⌘Enter` or `Ctrl+Enter`, as this machine has it. */
  readonly sendKey: string;
  readonly onWriting?: (writing: boolean) => void;
  readonly ref?: Ref<ComposerHandle>;
}

const noTemplates: readonly Template[] = [];
const promiseMinutes = [15, 30, 60, 120, 240, 1440];

/**
 * Where a reply or a note is written: counted by the channel's own rules, its hashtags checked as one types. A banned tag
 * stops it, a near miss is offered with its fix (Alt+Enter), ⌘ or Ctrl+Enter sends.
 */
export function Composer(props: ComposerProps) {
  const { platform, channel, use, hashtags, at, text, mode, templates, sendKey, refusal, ref } = props;
  const { t } = useTranslation("components");
  const area = useRef<HTMLTextAreaElement>(null);
  const [promiseMs, setPromiseMs] = useState<number | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  useImperativeHandle(
    ref,
    () => ({
      focus() {
        area.current?.focus();
      },
    }),
    [],
  );

  const isNote = mode === "note";
  const onText = (next: string) => props.onChange(next, mode);
  const putCaret = useCaret(() => area.current);
  const fill = (template: Template) => filledTemplate(template.text, props.placeholders);
  const picker = useTemplatePicker({
    templates: isNote || refusal !== undefined ? noTemplates : templates,
    lang: props.lang,
    text,
    area,
    fill,
    onPick: (template, from, to) => {
      const filled = fill(template);
      const before = text.slice(0, from);
      const gap = before === "" || /\s$/u.test(before) ? "" : " ";
      onText(`${before}${gap}${filled}${text.slice(to)}`);
      putCaret(before.length + gap.length + filled.length);
    },
  });
  const turnTo = (next: "reply" | "note") => {
    props.onChange(text, next);
    area.current?.focus();
  };
  const count = useMemo(() => countText(platform, text, use), [platform, text, use]);
  const findings = useMemo(
    () => checkHashtags({ policy: hashtags, platform, channel, text, use: use === "dm" ? "dm-reply" : "reply", at }),
    [hashtags, platform, channel, text, use, at],
  );
  const isBlocked = findings.some((finding) => finding.blocking);
  const canSend = isNote
    ? text.trim() !== ""
    : count.valid && (!isBlocked || (props.canOverride && reason !== null && reason.trim() !== ""));

  const send = () => {
    if (!canSend || refusal !== undefined) return;
    if (isNote) {
      props.onNote(text.trim());
    } else {
      props.onSend({ text: text.trim(), promiseMs, override: isBlocked ? (reason?.trim() ?? null) : null });
      setPromiseMs(null);
      setReason(null);
    }
  };
  const fix = (finding: HashtagFinding) => {
    onText(applyFix(text, finding));
    area.current?.focus();
  };
  // The item that is answered has the keys again, and those who tab or listen stay where they were.
  const leave = () => {
    const around = area.current?.closest<HTMLElement>("[tabindex]");
    if (around === null || around === undefined) area.current?.blur();
    else around.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (picker.onKeyDown(event)) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
    else if (event.key === "Enter" && event.altKey) {
      const first = findings.find((finding) => finding.fix !== undefined);
      if (first === undefined || isNote) return;
      fix(first);
    } else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (refusal !== undefined) {
    return <p className="border-t border-line px-4 py-3 text-sm text-ink-faint">{refusal}</p>;
  }
  return (
    <div className="shrink-0 border-t border-line p-2 mid:p-3">
      <div
        className={`relative rounded-lg border bg-surface focus-within:border-ink ${isNote ? "border-dashed border-line-strong" : "border-line-strong"}`}
      >
        {picker.list}
        <div className="flex flex-wrap items-center gap-x-1 px-2 pt-1.5 text-xs">
          <ModeButton isOn={!isNote} onPress={() => turnTo("reply")}>
            {t("composer.replyAs", { as: props.voice })}
          </ModeButton>
          {props.canNote ? (
            <ModeButton isOn={isNote} onPress={() => turnTo("note")}>
              {t("composer.note")}
            </ModeButton>
          ) : null}
          <span className="flex-1" />
          {isNote ? null : <TextCounter count={count} />}
        </div>
        <textarea
          ref={area}
          aria-label={isNote ? t("composer.noteLabel") : t("composer.replyAs", { as: props.voice })}
          value={text}
          onChange={({ target }) => {
            onText(target.value);
            picker.onCaret(target.selectionStart);
          }}
          onSelect={({ currentTarget }) => picker.onCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          {...picker.areaProps}
          onFocus={() => props.onWriting?.(!isNote)}
          onBlur={() => {
            props.onWriting?.(false);
            picker.onCaret(null);
          }}
          spellCheck
          rows={3}
          placeholder={
            isNote
              ? t("composer.notePlaceholder")
              : t(templates.length === 0 ? "composer.placeholder" : "composer.placeholderTemplates")
          }
          className="field-sizing-content block max-h-60 min-h-[68px] w-full resize-none bg-transparent px-3 py-1.5 text-base outline-none touch:text-lg"
        />
        {isNote ? null : <HashtagOffers findings={findings} onFix={fix} />}
        {isNote ? null : <ToldCount count={count} />}
        {!isNote && isBlocked && props.canOverride ? (
          <div className="border-t border-line px-3 py-2">
            {reason === null ? (
              <Button small look="quiet" onPress={() => setReason("")}>
                {t("composer.override")}
              </Button>
            ) : (
              <Field label={t("composer.overrideReason")} value={reason} onChange={setReason} autoFocus />
            )}
          </div>
        ) : null}
        <div className="flex flex-wrap items-center gap-1 p-1.5">
          {isNote || templates.length === 0 ? null : (
            <Menu
              label={t("composer.templates")}
              trigger={
                <Button small look="quiet" icon={FileText}>
                  {t("composer.templates")}
                </Button>
              }
              groups={picker.groups}
            />
          )}
          {isNote ? null : (
            <Menu
              label={t("composer.promise")}
              trigger={
                <Button small look="quiet" icon={Clock4}>
                  {promiseMs === null ? t("composer.promise") : t("composer.promised", { span: spanOf(t, promiseMs) })}
                </Button>
              }
              groups={[
                {
                  id: "promise",
                  title: t("composer.promiseHint"),
                  actions: [
                    ...promiseMinutes.map((minutes) => ({
                      id: String(minutes),
                      label: spanOf(t, minutes * 60_000),
                      onAction: () => setPromiseMs(minutes * 60_000),
                    })),
                    { id: "none", label: t("composer.noPromise"), onAction: () => setPromiseMs(null) },
                  ],
                },
              ]}
            />
          )}
          <span className="flex-1" />
          <Button look="primary" icon={isNote ? Lock : Send} shortcut={sendKey} isDisabled={!canSend} onPress={send}>
            {isNote ? t("composer.saveNote") : t("composer.send")}
          </Button>
        </div>
      </div>
    </div>
  );
}

function ModeButton({
  isOn,
  onPress,
  children,
}: {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={`inline-flex min-h-6 min-w-0 items-center truncate rounded px-1.5 last-of-type:shrink-0 touch:min-h-11 touch:min-w-11 ${isOn ? "font-medium text-ink" : "text-ink-faint hover:text-ink"}`}
    >
      <span className="truncate">{children}</span>
    </button>
  );
}

function spanOf(t: (key: "span.minutes" | "span.hours", data: { count: number }) => string, ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? t("span.minutes", { count: minutes }) : t("span.hours", { count: Math.round(minutes / 60) });
}
