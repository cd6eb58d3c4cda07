import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Keys, type PaletteGroup } from "./command-palette.tsx";
import { Dialog } from "./dialog.tsx";

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
  /** What stands below the keys: the switch for single keys. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation("components");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("keys.title")} closeLabel={t("dialog.close")} wide>
      <div className="gap-x-10 mid:columns-2">
        {groups
          .filter(({ actions }) => actions.some(({ keys }) => keys.length > 0))
          .map((group) => (
            <section key={group.id} className="mb-4 break-inside-avoid">
              <h3 className="pane-title mb-1">{group.title}</h3>
              <dl>
                {group.actions
                  .filter(({ keys }) => keys.length > 0)
                  .map(({ id, label, keys }) => (
                    <div key={id} className="flex min-h-7 items-center justify-between gap-4">
                      <dt className="text-sm">{label}</dt>
                      <dd>
                        <Keys keys={keys} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
      </div>
      {children === undefined ? null : <div className="border-t border-line pt-3">{children}</div>}
    </Dialog>
  );
}
