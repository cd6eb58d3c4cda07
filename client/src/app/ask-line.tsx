import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";

/** Asks for one line of text. */
export function AskLine(props: {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly onClose: () => void;
  readonly onSubmit: (text: string) => void;
}) {
  const { t } = useTranslation("components");
  const [text, setText] = useState("");
  const isReady = text.trim() !== "";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) props.onSubmit(text.trim());
  };
  return (
    <Dialog isOpen onClose={props.onClose} title={props.title} closeLabel={t("dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field label={props.label} value={text} onChange={setText} maxLength={200} autoFocus hint={props.hint} />
        <div className="flex justify-end">
          <Button type="submit" look="primary" shortcut="Enter" isDisabled={!isReady}>
            {props.button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
