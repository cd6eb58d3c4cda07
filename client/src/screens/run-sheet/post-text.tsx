import { applyFix, type HashtagFinding } from "@flowdesk/shared/hashtag/policy.ts";
import { type KeyboardEvent, useRef } from "react";
import { HashtagOffers } from "../../components/hashtag-offers.tsx";
import { TextCounter, ToldCount } from "../../components/text-counter.tsx";
import type { TextCheck } from "./draft.ts";

/** Where a post's text is written: measured by its channel, its hashtags checked as one types. Alt+Enter makes the first fix. */
export function PostText(props: {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly check: TextCheck | null;
  /** Whether what was found is shown elsewhere: where the text is for several channels, each shows its own. */
  readonly isCheckedElsewhere?: boolean;
  readonly autoFocus?: boolean;
}) {
  const { label, text, onChange, check, isCheckedElsewhere = false, autoFocus = false } = props;
  const shown = isCheckedElsewhere ? null : check;
  const area = useRef<HTMLTextAreaElement>(null);
  const fix = (finding: HashtagFinding) => {
    onChange(applyFix(text, finding));
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !event.altKey) return;
    const first = check?.findings.find((finding) => finding.fix !== undefined);
    if (first === undefined) return;
    event.preventDefault();
    fix(first);
  };
  return (
    <div className="rounded-lg border border-line-strong bg-surface focus-within:border-ink">
      <div className="flex items-center justify-between gap-2 px-2.5 pt-1.5">
        <span aria-hidden className="truncate text-xs font-medium text-ink-soft">
          {label}
        </span>
        {shown === null ? null : <TextCounter count={shown.count} />}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked to write here.
        autoFocus={autoFocus}
        spellCheck
        rows={3}
        className="field-sizing-content block max-h-72 min-h-[68px] w-full resize-none bg-transparent px-2.5 py-1.5 text-base outline-none touch:text-lg"
      />
      {shown === null ? null : <HashtagOffers findings={shown.findings} onFix={fix} />}
      {shown === null ? null : <ToldCount count={shown.count} />}
    </div>
  );
}
