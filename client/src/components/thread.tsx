import type { Message, Parent } from "@flowdesk/shared/desk/item/message.ts";
import { CornerLeftUp, ExternalLink } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ForeignText } from "./foreign-text.tsx";
import { type Fold, MessageView } from "./message-view.tsx";

export interface ThreadProps {
  readonly label: string;
  readonly messages: readonly Message[];
  /** The post of ours that it stands under. */
  readonly parent: Parent | null;
  /** The name of a member, by id. */
  readonly nameOf: (member: string) => string;
  readonly zone: string;
  /** Now, in ms, for which day it is. */
  readonly today: number;
  /** What of a message is folded. */
  readonly foldOf: (message: Message) => Fold;
  /** What stands below the last message, such as a reply on its way out. */
  readonly below?: ReactNode;
}

/** What was said in an item, the newest at the bottom, where the thread opens and stays while new messages come. */
export function Thread({ label, messages, parent, nameOf, zone, today, foldOf, below }: ThreadProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const last = messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is what moves the thread.
  useEffect(() => {
    const element = scroller.current;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [last]);
  return (
    <section
      ref={scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by key.
      tabIndex={0}
      className="relative flex min-h-0 flex-1 flex-col overflow-y-auto px-4 py-3 focus-visible:-outline-offset-2"
      onScroll={({ currentTarget: at }) => {
        isAtEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 40;
      }}
    >
      <div className="flex-1" />
      {parent === null ? null : <ParentPost parent={parent} />}
      <ol className="flex max-w-3xl flex-col gap-2">
        {messages.map((message) => (
          <MessageView
            key={message.id}
            message={message}
            writer={message.by === undefined ? undefined : nameOf(message.by)}
            zone={zone}
            today={today}
            fold={foldOf(message)}
          />
        ))}
      </ol>
      {below}
    </section>
  );
}

/** The post of ours that a comment stands under, small. */
function ParentPost({ parent }: { readonly parent: Parent }) {
  const { t } = useTranslation("components");
  return (
    <div className="mb-3 flex gap-2 border-l-2 border-line-strong pl-2 text-xs text-ink-soft">
      <CornerLeftUp aria-hidden size={13} className="mt-0.5 shrink-0 text-ink-faint" />
      <div className="min-w-0">
        <div className="text-ink-faint">{t("thread.parent")}</div>
        <p className="line-clamp-3 break-words">
          {parent.text === undefined ? t("thread.parentUnknown") : <ForeignText>{parent.text}</ForeignText>}
        </p>
        {parent.url === undefined ? null : (
          <a
            href={parent.url}
            target="_blank"
            rel="noreferrer noopener nofollow"
            className="inline-flex min-h-6 items-center gap-1 underline"
          >
            {t("thread.openParent")}
            <ExternalLink aria-hidden size={11} />
          </a>
        )}
      </div>
    </div>
  );
}
