import type { dismissalReasons } from "@flowdesk/shared/desk/item/item.ts";
import { useTranslation } from "react-i18next";
import { dismiss } from "../actions/dismiss.ts";
import { Dialog } from "../components/dialog.tsx";
import { clearSelected } from "../store/view-store.ts";
import { Choices } from "./choices.tsx";
import { moveOnFrom } from "./list-now.ts";
import { useDialogKeys } from "./use-dialog-keys.ts";
import { midWidth } from "./use-width.ts";

const keys: ReadonlyArray<readonly [string, (typeof dismissalReasons)[number]]> = [
  ["z", "no-reply-needed"],
  ["s", "spam"],
  ["d", "duplicate"],
  ["h", "hidden"],
];

/** Why does it end without an answer? */
export function AskDismiss({ items, onDone }: { readonly items: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation(["app", "components"]);
  const choose = (reason: (typeof dismissalReasons)[number]) => {
    onDone();
    moveOnFrom(items, !matchMedia(midWidth).matches);
    void dismiss(items, reason);
    clearSelected();
  };
  useDialogKeys((key) => {
    const chosen = keys.find(([one]) => one === key);
    if (chosen !== undefined) choose(chosen[1]);
    return chosen !== undefined;
  });
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t("ask.dismiss", { count: items.length })}
      closeLabel={t("components:dialog.close")}
    >
      <Choices
        lines={keys.map(([key, reason]) => ({
          id: reason,
          key,
          label: t(`ask.reason.${reason}`),
          onChoose: () => choose(reason),
        }))}
      />
    </Dialog>
  );
}
