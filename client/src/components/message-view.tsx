import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { EyeOff, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { ForeignName, ForeignText } from "./foreign-text.tsx";
import { MediaView } from "./media-view.tsx";
import { Moment } from "./moment.tsx";

export type Fold = "all" | "text" | "pictures" | "none";

export interface MessageViewProps {
  readonly message: Message;
  /** The member who wrote it here, if one did. */
  readonly writer: string | undefined;
  readonly zone: string;
  readonly today: number;
  /** What of it is folded until it is opened, because it is hard to read or to look at. */
  readonly fold: Fold;
}

/** One message of a thread: from outside to the left, ours set in, a note for colleagues apart from both. */
export function MessageView({ message, writer, zone, today, fold }: MessageViewProps) {
  const { t } = useTranslation("components");
  const isNote = message.direction === "note";
  const isOurs = message.direction === "out";
  const look = isNote
    ? "border border-dashed border-line-strong bg-transparent"
    : isOurs
      ? "bg-sunken ml-8"
      : "border border-line bg-surface mr-8";
  return (
    <li className={`rounded-lg px-3 py-2 ${look}`}>
      <div className="mb-0.5 flex flex-wrap items-center gap-x-2 text-xs text-ink-faint">
        {isNote ? <Lock aria-hidden size={11} /> : null}
        <span className="min-w-0 truncate font-medium text-ink-soft">
          {writer ?? <ForeignName>{message.author.name ?? message.author.handle}</ForeignName>}
        </span>
        {isNote ? <span>{t("thread.note")}</span> : null}
        {message.automatic === true ? <span>{t("thread.automatic")}</span> : null}
        {message.state === "leaving" ? <span>{t("thread.leaving")}</span> : null}
        {message.state === "taken-back" ? <span>{t("thread.takenBack")}</span> : null}
        <span className="flex-1" />
        <Moment at={message.at} zone={zone} today={today} />
      </div>
      {message.deletedAt === undefined ? (
        <Body message={message} fold={fold} />
      ) : (
        <p className="text-sm text-ink-faint italic">{t("thread.deleted")}</p>
      )}
    </li>
  );
}

function Body({ message, fold }: { readonly message: Message; readonly fold: Fold }) {
  const [isOpen, setOpen] = useState(false);
  const folded = isOpen ? "none" : fold;
  const open = () => setOpen(true);
  const { media = [] } = message;
  const hidesMedia = folded === "all" || folded === "pictures";
  return (
    <>
      {folded === "all" || folded === "text" ? <Folded what="folded" onOpen={open} /> : <Said message={message} />}
      {folded === "pictures" ? <Folded what="foldedPictures" onOpen={open} /> : null}
      {media.length === 0 || hidesMedia ? null : (
        <ul className="mt-2 flex flex-wrap gap-2">
          {media.map((one) => (
            <li key={one.url}>
              <MediaView media={one} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What stands in place of what is folded. */
function Folded({ what, onOpen }: { readonly what: "folded" | "foldedPictures"; readonly onOpen: () => void }) {
  const { t } = useTranslation("components");
  return (
    <div className="flex items-center gap-3 py-1">
      <EyeOff aria-hidden size={15} className="shrink-0 text-ink-faint" />
      <span className="text-sm text-ink-soft">{t(`thread.${what}`)}</span>
      <Button small onPress={onOpen}>
        {t("thread.unfold")}
      </Button>
    </div>
  );
}

function Said({ message }: { readonly message: Message }) {
  const { t } = useTranslation("components");
  return (
    <>
      <p
        className={`text-base break-words whitespace-pre-wrap ${message.state === "taken-back" ? "text-ink-faint line-through" : ""}`}
      >
        <ForeignText links>{message.text}</ForeignText>
      </p>
      {message.edited === undefined ? null : (
        <details className="mt-1 text-xs text-ink-faint">
          <summary className="inline-flex min-h-6 cursor-pointer items-center">{t("thread.edited")}</summary>
          <p className="mt-1 border-l-2 border-line pl-2 break-words whitespace-pre-wrap">
            <ForeignText>{message.edited.was}</ForeignText>
          </p>
        </details>
      )}
    </>
  );
}
