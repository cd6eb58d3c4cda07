import { visibleMarks } from "@flowdesk/shared/text/visible-marks.ts";
import type { ReactNode } from "react";

const link = /https?:\/\/[^\s<>"'\u2028\u2029]+/gu;
/** What ends a sentence rather than a link. */
const trailing = /[.,;:!?)\]}»”’]+$/u;

/**
 * What a stranger wrote: isolated from the text around it, never HTML, with marks that turn its direction shown as what
 * they are. Links open without telling where they were opened from.
 */
export function ForeignText({ children, links = false }: { readonly children: string; readonly links?: boolean }) {
  return <bdi dir="auto">{links ? linked(children) : marked(children, 0)}</bdi>;
}

/** A name or handle that a stranger chose, on one line. */
export function ForeignName({ children }: { readonly children: string }) {
  return <bdi>{marked(children, 0)}</bdi>;
}

function linked(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const match of text.matchAll(link)) {
    const url = match[0].replace(trailing, "");
    if (!URL.canParse(url)) continue;
    parts.push(...marked(text.slice(done, match.index), done));
    done = match.index + url.length;
    parts.push(
      <a
        key={`link ${match.index}`}
        href={url}
        target="_blank"
        rel="noreferrer noopener nofollow"
        className="break-all underline"
      >
        {marked(url, match.index)}
      </a>,
    );
  }
  return [...parts, ...marked(text.slice(done), done)];
}

/** The text with its direction marks taken out and shown by name in their places. */
function marked(text: string, offset: number): ReactNode[] {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { index, name } of visibleMarks(text)) {
    parts.push(text.slice(done, index));
    parts.push(
      <span
        key={`mark ${offset + index}`}
        className="mx-0.5 rounded border border-line-strong px-0.5 text-2xs text-ink-faint"
      >
        {name}
      </span>,
    );
    done = index + 1;
  }
  return [...parts, text.slice(done)];
}
