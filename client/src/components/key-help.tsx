import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PaletteGroup } from "./command-palette.tsx";
import { Dialog } from "./dialog.tsx";
import { KeyTable } from "./key-table.tsx";

/** Every key on one page. */
export function KeyHelp({
  isOpen,
  onClose,
  groups,
  children,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly groups: readonly PaletteGroup[];
  /** What stands above the keys: the switch for single keys. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation("components");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("keys.title")} closeLabel={t("dialog.close")} wide>
      {children === undefined ? null : <div className="mb-4 border-b border-line pb-3">{children}</div>}
      <KeyTable groups={groups} />
    </Dialog>
  );
}
