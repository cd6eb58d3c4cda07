import { EyeOff } from "lucide-react";
import { useTranslation } from "react-i18next";

/** What stands in a list in place of a text that is hard to read; a press on `show` opens it there. */
export function FoldedPreview({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const { t } = useTranslation("folding");
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 align-bottom text-ink-faint">
      <EyeOff aria-hidden size={13} className="shrink-0" />
      <span className="truncate italic">{t("hidden")}</span>
      {onShow === undefined ? null : (
        <button
          type="button"
          // In a row the keys are the list's own: what is folded is opened there with the item, or by its command.
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            onShow();
          }}
          onPointerDown={(event) => event.stopPropagation()}
          className="shrink-0 rounded px-1 text-xs underline hover:text-ink touch:-my-4 touch:min-h-11 touch:px-3"
        >
          {t("show")}
        </button>
      )}
    </span>
  );
}
