import { Check, Copy, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { useNow } from "./clock.tsx";

export interface LeavingReplyProps {
  /** When it leaves by itself, in ms; null where a person copies it out and presses *sent*. */
  readonly leavesAt: number | null;
  readonly text: string | null;
  readonly platform: string;
  /** Whether it is ours to take back or to send. */
  readonly isMine: boolean;
  readonly writer: string;
  readonly onUndo: () => void;
  readonly onSent: () => void;
}

/** A reply on its way out: how long it can still be taken back; on a channel without a connection, what to do with it. */
export function LeavingReply(props: LeavingReplyProps) {
  return (
    <div
      role="status"
      className="mt-2 ml-8 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-surface px-3 py-2 text-sm"
    >
      {props.leavesAt === null ? <ByHand {...props} /> : <ByItself {...props} leavesAt={props.leavesAt} />}
    </div>
  );
}

function ByItself({ leavesAt, isMine, writer, onUndo }: LeavingReplyProps & { readonly leavesAt: number }) {
  const { t } = useTranslation("components");
  const now = useNow(200);
  const seconds = Math.max(0, Math.ceil((leavesAt - now) / 1000));
  return (
    <>
      {/* Its coming is told; its seconds are not counted aloud. */}
      <span role="timer" aria-live="off" className="nums flex-1">
        {isMine ? t("leaving.in", { count: seconds }) : t("leaving.of", { name: writer, count: seconds })}
      </span>
      {isMine ? (
        <Button small icon={Undo2} shortcut="U" onPress={onUndo}>
          {t("leaving.undo")}
        </Button>
      ) : null}
    </>
  );
}

function ByHand({ text, platform, isMine, writer, onUndo, onSent }: LeavingReplyProps) {
  const { t } = useTranslation("components");
  const [copied, setCopied] = useState(false);
  if (!isMine) return <span>{t("leaving.byHandOf", { name: writer, platform })}</span>;
  return (
    <>
      <span className="w-full text-ink-soft">{t("leaving.byHand", { platform })}</span>
      <Button
        look={copied ? "plain" : "primary"}
        icon={copied ? Check : Copy}
        isDisabled={text === null}
        onPress={() => {
          void navigator.clipboard.writeText(text ?? "").then(() => setCopied(true));
        }}
      >
        {copied ? t("leaving.copied") : t("leaving.copy")}
      </Button>
      <Button look={copied ? "primary" : "plain"} icon={Check} onPress={onSent}>
        {t("leaving.sent")}
      </Button>
      <Button look="quiet" icon={Undo2} shortcut="U" onPress={onUndo}>
        {t("leaving.undo")}
      </Button>
    </>
  );
}
