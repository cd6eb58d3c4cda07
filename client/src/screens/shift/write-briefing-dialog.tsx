import { briefingInForce, longestBriefing, type PhoneNumber } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { useBriefings } from "../../store/use-told.ts";

interface Line extends PhoneNumber {
  readonly key: number;
}

/** Writes tonight's lines and the numbers to call; it begins with those in force. */
export function WriteBriefingDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["briefing", "components"]);
  const briefings = useBriefings();
  const [before] = useState(() => briefingInForce(briefings));
  const [text, setText] = useState(before?.text ?? "");
  const [lines, setLines] = useState<readonly Line[]>(() =>
    (before?.numbers ?? []).map((number, key) => ({ ...number, key })),
  );
  const [incomplete, setIncomplete] = useState(false);
  const { isBusy, problem, give } = useAttempt();
  const alter = (key: number, part: Partial<PhoneNumber>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const written = lines
      .map(({ name, number }) => ({ name: name.trim(), number: number.trim() }))
      .filter(({ name, number }) => name !== "" || number !== "");
    const isWhole = written.every(({ name, number }) => name !== "" && number !== "");
    setIncomplete(!isWhole);
    if (!isWhole || text.trim() === "") return;
    void give("briefing.write", { text: text.trim(), numbers: written }).then((done) => {
      if (done) onDone();
    });
  };
  return (
    <Dialog
      isOpen
      wide
      onClose={onDone}
      title={before === undefined ? t("write") : t("edit")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field
          label={t("text")}
          hint={t("textHint")}
          value={text}
          onChange={setText}
          maxLength={longestBriefing}
          lines={8}
          spelling
          autoFocus
        />
        <fieldset className="flex flex-col gap-2">
          <legend className="pane-title mb-1.5">{t("numbers")}</legend>
          {lines.map(({ key, name, number }) => (
            <div key={key} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
              <Field
                label={t("numberName")}
                value={name}
                maxLength={120}
                onChange={(next) => alter(key, { name: next })}
              />
              <Field
                label={t("numberOf")}
                type="tel"
                value={number}
                maxLength={60}
                onChange={(next) => alter(key, { number: next })}
              />
              <IconButton
                icon={Trash2}
                label={t("removeNumber", { name: name === "" ? number : name })}
                onPress={() => setLines(lines.filter((line) => line.key !== key))}
              />
            </div>
          ))}
          <div>
            <Button
              small
              icon={Plus}
              isDisabled={lines.length >= 100}
              onPress={() =>
                setLines([...lines, { key: 1 + Math.max(-1, ...lines.map((line) => line.key)), name: "", number: "" }])
              }
            >
              {t("addNumber")}
            </Button>
          </div>
        </fieldset>
        <Problem>{incomplete ? t("numberIncomplete") : problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={isBusy || text.trim() === ""}>
            {t("publish")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
