import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate, pathOf } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { enter, rolesOffered } from "../../connection/session.ts";
import { useWords } from "../../text/use-text.ts";
import { Card, Wrong } from "./card.tsx";
import { sentenceOf } from "./sentence.ts";

/**
 * A link that lets somebody in. The token goes out of the address at once and is exchanged only when the person presses:
 * a page that is merely looked at, as by a preview, uses nothing up.
 */
export function EnterPage({ token }: { readonly token: string }) {
  const { t } = useTranslation(["account", "demonstration", "shift"]);
  const words = useWords();
  const [held] = useState(token);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [person, setPerson] = useState<RolesOffered["people"][number] | null>(null);
  useEffect(() => {
    if (location.hash !== "") history.replaceState(null, "", location.pathname);
  }, []);
  useEffect(() => {
    let isWanted = held !== "";
    // Whose place a role's link takes; of any other link nothing is known before it is used.
    rolesOffered()
      .then(({ people }) => isWanted && setPerson(people.find((one) => one.token === held) ?? null))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [held]);
  const go = () => {
    setBusy(true);
    setWrong(null);
    enter(held)
      .then((entered) => navigate(pathOf(entered.desk), "replace"))
      .catch((error: unknown) => setWrong(sentenceOf(words, error)))
      .finally(() => setBusy(false));
  };
  const [title, hint] =
    held === ""
      ? [t("linkBroken"), t("linkBrokenHint")]
      : person === null
        ? [t("enterTitle"), t("enterHint")]
        : [
            t("demonstration:linkTitle", { name: person.name }),
            t("demonstration:linkHint", { role: t(`shift:role.${person.role}`) }),
          ];
  return (
    <Card title={title}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{hint}</p>
        <Wrong>{wrong}</Wrong>
        {held === "" || wrong !== null ? (
          <Button onPress={() => navigate("/sign-in")}>{t("signIn")}</Button>
        ) : (
          <Button look="primary" isDisabled={isBusy} onPress={go} autoFocus className="h-10!">
            {t("enter")}
          </Button>
        )}
      </div>
    </Card>
  );
}
