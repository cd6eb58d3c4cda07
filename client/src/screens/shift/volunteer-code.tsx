import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { inputLook } from "../../components/field.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";

/** The code by which a volunteer comes in, to be scanned from this screen, and its link. */
export function VolunteerCode({
  name,
  link,
  until,
  onClose,
  onAnother,
}: {
  readonly name: string;
  readonly link: string;
  /** When the access ends. */
  readonly until: Instant;
  readonly onClose: () => void;
  readonly onAnother: () => void;
}) {
  const { t } = useTranslation(["volunteer", "components"]);
  const { timeNear } = useFormats();
  const now = useTick(60);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={name === "" ? t("scan") : t("scanFor", { name })}
      closeLabel={t("components:dialog.close")}
      footer={
        <>
          <Button onPress={onAnother}>{t("another")}</Button>
          <Button look="primary" autoFocus onPress={onClose}>
            {t("done")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex justify-center">
          <QrCode text={link} label={t("qr")} />
        </div>
        <p className="nums text-center text-sm text-ink-soft">{t("once", { until: timeNear(until, now) })}</p>
        {isOfThisMachine(link) ? <p className="text-sm font-medium text-risk">{t("unreachable")}</p> : null}
        <label className="flex flex-col gap-1">
          <span className="text-xs font-medium text-ink-soft">{t("link")}</span>
          <textarea
            readOnly
            rows={2}
            value={link}
            spellCheck={false}
            onFocus={({ target }) => target.select()}
            className={`${inputLook} field-sizing-content resize-none py-1.5 font-mono break-all`}
          />
        </label>
        <div>
          <CopyButton text={link} label={t("copy")} doneLabel={t("copied")} />
        </div>
      </div>
    </Dialog>
  );
}

/** Whether a link leads to the very machine that opens it, wherever that is. */
function isOfThisMachine(link: string): boolean {
  const { hostname } = new URL(link);
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}
