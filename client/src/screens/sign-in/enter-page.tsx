import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate, pathOf } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { enter } from "../../connection/session.ts";
import { useWords } from "../../text/use-text.ts";
import { Card, Wrong } from "./card.tsx";
import { sentenceOf } from "./sentence.ts";

/**
 * A link that lets somebody in. The token goes out of the address at once and is exchanged only when the person presses:
 * a page that is merely looked at, as by a preview, uses nothing up.
 */
export function EnterPage({ token }: { readonly token: string }) {
  const { t } = useTranslation("account");
  const words = useWords();
  const [held] = useState(token);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (location.hash !== "") history.replaceState(null, "", location.pathname);
  }, []);
  const go = () => {
    setBusy(true);
    setWrong(null);
    enter(held)
      .then((entered) => navigate(pathOf(entered.desk), "replace"))
      .catch((error: unknown) => setWrong(sentenceOf(words, error)))
      .finally(() => setBusy(false));
  };
  return (
    <Card title={held === "" ? t("linkBroken") : t("enterTitle")}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{held === "" ? t("linkBrokenHint") : t("enterHint")}</p>
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
