import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { LogIn, Sprout } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { laterWords } from "../../text/i18n.ts";
import { useWords } from "../../text/use-text.ts";
import { Card, Wrong } from "./card.tsx";
import { RoleList } from "./role-list.tsx";
import { sentenceOf } from "./sentence.ts";
import { takePlace } from "./take-place.ts";

/** How to begin with a desk of one's own names what the console calls its settings: words that are fetched later. */
const OwnDesk = lazy(async () => {
  const [{ OwnDeskDialog }] = await Promise.all([import("../../app/own-desk-dialog.tsx"), laterWords()]);
  return { default: OwnDeskDialog };
});

/** The first page where a demonstration is to be tried: whose place to take, how to begin in earnest, or signing in with an account. */
export function DemonstrationPage({
  people,
  onOwnAccount,
}: {
  readonly people: RolesOffered["people"];
  readonly onOwnAccount: () => void;
}) {
  const { t } = useTranslation("demonstration");
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={t("title")} wide>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{t("lead")}</p>
        <Wrong>{wrong}</Wrong>
        <RoleList
          people={people}
          isBusy={isBusy}
          onChoose={({ token }) => {
            setBusy(true);
            setWrong(null);
            takePlace(token).catch((error: unknown) => {
              setWrong(sentenceOf(words, error));
              setBusy(false);
            });
          }}
        />
        <div className="flex flex-wrap justify-center gap-2 border-t border-line pt-4">
          <Button icon={Sprout} onPress={() => setAsking(true)}>
            {t("ownDeskTitle")}
          </Button>
          <Button icon={LogIn} onPress={onOwnAccount}>
            {t("ownAccount")}
          </Button>
        </div>
      </div>
      {isAsking ? (
        <Suspense>
          <OwnDesk onDone={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </Card>
  );
}
