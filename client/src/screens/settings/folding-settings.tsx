import { type Folding, firstFolding, foldingSchema } from "@flowdesk/shared/desk/policy/folding.ts";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { foldsOf, isPreviewFolded } from "../../store/folding.ts";
import { replicaStore } from "../../store/replica-store.ts";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { Group, Section } from "./section.tsx";
import { WordList } from "./word-list.tsx";

const pictureChoices = foldingSchema.shape.pictures.options;

/** What is folded until somebody opens it, so that nobody reads abuse all night. */
export function FoldingSettings() {
  const { t } = useTranslation(["folding", "settings"]);
  const policy = useDesk()?.policy;
  const may = usePermits("policy.folding");
  const [text, setText] = useState("");
  const folding = policy?.folding ?? firstFolding;
  const folds = foldsOf(policy?.folding);
  // Counted when the rules alter, not at every arrival: it is there to judge the rules by.
  const counted = useMemo(() => {
    const items = [...(replicaStore.getState().state?.items.values() ?? [])];
    return { folded: items.filter((item) => isPreviewFolded(item, folds)).length, of: items.length };
  }, [folds]);
  const set = (part: Partial<Folding>) => void act("policy.folding", { folding: { ...folding, ...part } });
  return (
    <Section title={t("settings:folding")} hint={t("hint")} isReadOnly={!may}>
      <p className="text-sm text-ink-soft">{t("counted", { count: counted.of, folded: counted.folded })}</p>
      <div>
        <Toggle isSelected={folding.builtIn} isDisabled={!may} onChange={(builtIn) => set({ builtIn })}>
          {t("builtIn")}
        </Toggle>
        <p className="text-xs text-ink-faint">{t("builtInHint")}</p>
      </div>
      <Group title={t("words")} hint={t("wordsHint")}>
        <WordList
          label={t("words")}
          addLabel={t("addWord")}
          noneText={t("noWords")}
          words={folding.words}
          minLength={2}
          maxLength={64}
          onChange={may ? (words) => set({ words }) : null}
        />
      </Group>
      <Choice
        label={t("pictures")}
        options={pictureChoices.map((id) => ({ id, label: t(`pictureChoice.${id}`) }))}
        value={folding.pictures}
        isDisabled={!may}
        onChange={(pictures) => set({ pictures })}
        className="max-w-sm"
      />
      <p className="-mt-2 text-xs text-ink-faint">{t("picturesHint")}</p>
      <Group title={t("tryOut")}>
        <div className="flex max-w-xl flex-col gap-1">
          <Field label={t("tryLabel")} value={text} onChange={setText} maxLength={2000} />
          <p role="status" className="min-h-5 text-sm">
            {text.trim() === "" ? "" : t(folds.isAbusive(text) ? "tryFolded" : "tryOpen")}
          </p>
        </div>
      </Group>
    </Section>
  );
}
