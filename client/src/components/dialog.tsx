import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./button.tsx";

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The name of the button that closes it. */
  readonly closeLabel: string;
  /** The title is read out and not shown: for pickers that begin with their field. */
  readonly bare?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
  /** The buttons, the one mostly wanted last. */
  readonly footer?: ReactNode;
}

/** A dialog in the middle of the screen; on a narrow one a sheet that comes up from below. */
export function Dialog({ isOpen, onClose, title, closeLabel, bare, wide, children, footer }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="enter-fade fixed inset-0 z-40 flex items-end justify-center bg-scrim mid:items-start mid:px-4 mid:pt-[12vh]"
    >
      <Modal
        className={`enter-up flex max-h-[85dvh] w-full flex-col overflow-hidden rounded-t-xl border border-line bg-surface shadow-lift mid:max-h-[76vh] mid:rounded-xl ${wide === true ? "mid:max-w-3xl" : "mid:max-w-lg"}`}
      >
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <div
            className={
              bare === true ? "sr-only" : "flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-4"
            }
          >
            <Heading slot="title" className="text-base font-semibold">
              {title}
            </Heading>
            {bare === true ? null : <IconButton icon={X} label={closeLabel} onPress={onClose} />}
          </div>
          <div className={`relative min-h-0 flex-1 overflow-y-auto ${bare === true ? "" : "p-4"}`}>{children}</div>
          {footer === undefined ? null : (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              {footer}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
