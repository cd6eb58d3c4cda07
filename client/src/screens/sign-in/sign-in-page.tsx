import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { rolesOffered, signIn } from "../../connection/session.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { useWords } from "../../text/use-text.ts";
import { Card, Wrong } from "./card.tsx";
import { DemonstrationPage } from "./demonstration-page.tsx";
import { sentenceOf } from "./sentence.ts";

/** Where the way leads once somebody is signed in: an address of this console, nothing else. */
function wayOn(): string {
  const to = new URLSearchParams(location.search).get("to");
  return to?.startsWith("/desks/") === true ? to : "/";
}

const nothingOffered: RolesOffered = { people: [], refused: null };

/** The way in: the roles of a demonstration where one is to be tried here, else email and password. */
export function SignInPage() {
  const [offered, setOffered] = useState<RolesOffered | null>(null);
  const [hasAccount, setHasAccount] = useState(false);
  useEffect(() => {
    let isWanted = true;
    rolesOffered()
      .catch(() => nothingOffered)
      .then((answer) => isWanted && setOffered(answer));
    return () => {
      isWanted = false;
    };
  }, []);
  if (offered === null) return <div className="h-dvh bg-ground" />;
  if (offered.people.length > 0 && !hasAccount)
    return <DemonstrationPage people={offered.people} onOwnAccount={() => setHasAccount(true)} />;
  return (
    <AccountForm
      refused={offered.refused?.code === "enter.no.demonstration" ? null : offered.refused}
      onTryRole={offered.people.length > 0 ? () => setHasAccount(false) : null}
    />
  );
}

/** Signing in with email and password. `refused` says why no role of the demonstration can be tried from here. */
function AccountForm({
  refused,
  onTryRole,
}: {
  readonly refused: RolesOffered["refused"];
  readonly onTryRole: (() => void) | null;
}) {
  const { t } = useTranslation(["account", "demonstration"]);
  const words = useWords();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setWrong(null);
    signIn(email.trim(), password)
      .then(() => navigate(wayOn(), "replace"))
      .catch((error: unknown) => setWrong(sentenceOf(words, error)))
      .finally(() => setBusy(false));
  };
  return (
    <Card title={t("signIn")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field
          label={t("email")}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
        <Field
          label={t("password")}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        <Wrong>{wrong}</Wrong>
        <Button type="submit" look="primary" isDisabled={isBusy} className="h-10!">
          {t("signIn")}
        </Button>
        <p className="text-xs text-ink-faint">{t("noAccount")}</p>
        {refused === null ? null : <p className="text-xs text-ink-faint">{failureSentence(words, refused)}</p>}
        {onTryRole === null ? null : (
          <Button look="quiet" onPress={onTryRole}>
            {t("demonstration:backToRoles")}
          </Button>
        )}
      </form>
    </Card>
  );
}
