import { useTranslation } from "react-i18next";
import { CopyButton } from "../../components/copy-button.tsx";
import { inputLook } from "../../components/field.tsx";

/** A secret that is shown once, to be copied. */
export function ShownOnce({
  label,
  hint,
  secret,
}: {
  readonly label: string;
  readonly hint: string;
  readonly secret: string;
}) {
  const { t } = useTranslation("settings");
  return (
    <div className="flex flex-col gap-3">
      <label className="flex flex-col gap-1">
        <span className="text-xs font-medium text-ink-soft">{label}</span>
        <textarea
          readOnly
          rows={3}
          value={secret}
          spellCheck={false}
          onFocus={({ target }) => target.select()}
          className={`${inputLook} field-sizing-content resize-none py-1.5 font-mono break-all`}
        />
      </label>
      <p className="text-sm text-ink-soft">{hint}</p>
      <div>
        <CopyButton text={secret} label={t("copy")} doneLabel={t("copied")} look="primary" />
      </div>
    </div>
  );
}
