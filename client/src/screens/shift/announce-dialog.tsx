import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";

/** Tells the whole team something. */
export function AnnounceDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["briefing", "components"]);
  const [text, setText] = useState("");
  const { isBusy, problem, give } = useAttempt();
  const isReady = text.trim() !== "" && !isBusy;
  const send = () => {
    if (!isReady) return;
    void give("briefing.announce", { text: text.trim() }).then((done) => {
      if (done) onDone();
    });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <Dialog isOpen onClose={onDone} title={t("announce")} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field
          label={t("announceLabel")}
          hint={t("announceHint")}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
            // All other keys are the dialog's, Escape before all.
            else event.continuePropagation();
          }}
          maxLength={1000}
          lines={3}
          spelling
          autoFocus
        />
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={!isReady}>
            {t("announceDo")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
