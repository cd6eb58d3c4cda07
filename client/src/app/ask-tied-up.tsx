import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { setShift } from "../actions/set-shift.ts";
import { stepAway } from "../actions/step-away.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { Tick } from "../components/toggle.tsx";
import { useView } from "../store/use-view.ts";
import { useWhatMoves } from "../store/use-what-moves.ts";
import { inAll } from "../store/what-moves.ts";
import { sharesText } from "../text/shares-text.ts";
import { useWords } from "../text/use-text.ts";

/** What ties one up, in one's own words. What one has stays, or moves too. */
export function AskTiedUp({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["app", "components", "leaving"]);
  const words = useWords();
  const language = useView((view) => view.language);
  const [note, setNote] = useState("");
  const [movesToo, setMovesToo] = useState(false);
  const { portions, shares } = useWhatMoves();
  const count = inAll(portions);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
    const said = note.trim();
    if (movesToo && count > 0) void stepAway("tied-up", said);
    else void setShift("tied-up", said === "" ? {} : { note: said });
  };
  return (
    <Dialog isOpen onClose={onDone} title={t("shift.tiedUp")} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field
          label={t("ask.tiedUpLabel")}
          hint={movesToo ? t("leaving:goesTo", { to: sharesText(words, shares, language) }) : t("ask.tiedUpHint")}
          value={note}
          onChange={setNote}
          maxLength={200}
          autoFocus
        />
        {count === 0 ? null : (
          <Tick isSelected={movesToo} onChange={setMovesToo}>
            {t("leaving:moveToo", { count })}
          </Tick>
        )}
        <div className="flex justify-end">
          <Button type="submit" look="primary" shortcut="Enter">
            {t("shift.tiedUp")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
