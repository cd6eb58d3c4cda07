import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { useWords } from "../../text/use-text.ts";
import { Card, Wrong } from "./card.tsx";
import { RoleList } from "./role-list.tsx";
import { sentenceOf } from "./sentence.ts";
import { takePlace } from "./take-place.ts";

/** The first page where a demonstration is to be tried: whose place to take, or signing in with an account. */
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
        <div className="flex justify-center">
          <Button look="quiet" onPress={onOwnAccount}>
            {t("ownAccount")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
