import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../components/dialog.tsx";
import { Skeleton } from "../components/progress.tsx";
import { rolesOffered, signOut } from "../connection/session.ts";
import { Wrong } from "../screens/sign-in/card.tsx";
import { RoleList } from "../screens/sign-in/role-list.tsx";
import { sentenceOf } from "../screens/sign-in/sentence.ts";
import { takePlace } from "../screens/sign-in/take-place.ts";
import { useMe } from "../store/use-desk.ts";
import { failureSentence } from "../text/refusal-sentence.ts";
import { useWords } from "../text/use-text.ts";

/** Takes the place of another person of the demonstration. */
export function LookAs({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["demonstration", "common"]);
  const words = useWords();
  const me = useMe();
  const [offered, setOffered] = useState<RolesOffered | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    rolesOffered()
      .then((answer) => {
        if (!isWanted) return;
        setOffered(answer);
        if (answer.refused !== null) setWrong(failureSentence(words, answer.refused));
      })
      .catch((error: unknown) => isWanted && setWrong(sentenceOf(words, error)));
    return () => {
      isWanted = false;
    };
  }, [words]);
  const others = offered?.people.filter(({ name }) => name !== me?.name) ?? [];
  return (
    <Dialog isOpen onClose={onDone} title={t("lookAsTitle")} closeLabel={t("common:close")} wide>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{t("lookAsLead", { name: me?.name ?? "" })}</p>
        <Wrong>{wrong}</Wrong>
        {offered === null && wrong === null ? <Skeleton rows={3} /> : null}
        {offered !== null && others.length === 0 && wrong === null ? (
          <p className="text-sm">{t("lookAsNone")}</p>
        ) : null}
        <RoleList
          people={others}
          isBusy={isBusy}
          onChoose={({ token }) => {
            setBusy(true);
            setWrong(null);
            // Who leaves a place leaves nothing open behind them.
            signOut()
              .then(() => takePlace(token))
              .catch((error: unknown) => {
                setWrong(sentenceOf(words, error));
                setBusy(false);
              });
          }}
        />
      </div>
    </Dialog>
  );
}
